import type { Logger } from "pino";
import { createAuditChain } from "./kernel/audit/chain";
import { type Background, createBackground } from "./kernel/background";
import { createVersions } from "./kernel/audit/versions";
import { createProviders } from "./features/accounts/identity-providers/providers";
import { createPasswords } from "./core/users/passwords";
import { createSessions } from "./core/sessions/sessions";
import {
  createFakeBilling,
  type FakeBilling,
} from "./features/billing/demo/demo";
import type { BillingProvider } from "./core/billing/provider";
import { createStripeBilling } from "./features/billing/stripe/stripe";
import type { Told } from "./features/billing/demo/store";
import type { Config } from "./kernel/config/config";
import type { Dependencies } from "./rpc/context";
import { createSealers, createSigner } from "./kernel/crypto";
import type { Database } from "./kernel/db/client";
import { createBilling } from "./features/billing/sync";
import { hashAddress } from "./features/members/hash-address";
import { createLimits } from "./kernel/rate-limits/rate-limits";
import { createWriteBudget } from "./kernel/rate-limits/write-budget";
import { createLive } from "./kernel/live/live";
import { createLinks } from "./kernel/mail/links";
import { createMailer } from "./kernel/mail/mailer";
import { createPost, type Mail } from "./kernel/mail/post";
import { createDeadLetters } from "./kernel/outbox/dead-letters";
import { enqueue } from "./kernel/outbox/enqueue";
import { createDispatcher, type Dispatcher } from "./kernel/outbox/dispatch";

export interface Services {
  deps: Dependencies;
  outbox: Dispatcher;
  background: Background;
  /** Where the program itself stands for a payment service. */
  fakeBilling: FakeBilling | undefined;
}

/** Who takes the money, by the configuration. */
function providerOf(
  { billing }: Config,
  log: Logger,
  fake: FakeBilling | undefined,
): BillingProvider | undefined {
  if (billing.provider !== "stripe") return fake?.provider;
  return createStripeBilling(billing.stripe, (failure) =>
    log.warn(failure, "stripe"),
  );
}

/** Everything the procedures use, over an open database; only the outbox works by itself from here on. */
export function createServices(
  config: Config,
  db: Database,
  log: Logger,
  now: () => number = Date.now,
): Services {
  const sealers = createSealers(config.secret, config.previousSecrets);
  const deliver = createMailer(config, db, sealers.outbox);
  const deadLetters = createDeadLetters(db.client);
  const background = createBackground(log);
  const outbox = createDispatcher({
    client: db.client,
    onFailure: deadLetters.add,
    isAlone: db.isExclusive,
    sealer: sealers.outbox,
    log,
    now,
    // The payload is what `createPost` sealed.
    handlers: {
      mail: (payload) => deliver(payload as Mail),
      decoy: () => Promise.resolve(),
      fakeBilling: async (event) => fakeBilling?.deliver(event as Told),
    },
  });
  const fakeBilling =
    config.billing.provider === "fake"
      ? createFakeBilling({
          ...config,
          db,
          now,
          tell: (work, event) => {
            const { customerId: subject } = event;
            const message = { topic: "fakeBilling", subject, payload: event };
            enqueue(work, sealers.outbox, message);
            work.afterCommit(outbox.wake);
          },
          receive: (body, headers) => deps.billing.receive(body, headers),
        })
      : undefined;
  const limits = createLimits(config, log);
  const versions = createVersions(db);
  const deps: Dependencies = {
    config,
    db,
    log,
    sealers,
    versions,
    audit: createAuditChain(
      db,
      createSigner(config.secret, "audit"),
      versions,
      { keepsEverything: config.billing.provider === "off" },
    ),
    billing: createBilling(providerOf(config, log, fakeBilling), {
      db,
      // Through what is there then: a race holds back what is stored.
      audit: { commit: (work, origin) => deps.audit.commit(work, origin) },
      tell: (work) => deps.live.tell(work),
      post: (work) => createPost(work, deps),
      links: createLinks(config.publicUrl),
      now,
    }),
    now,
    sessions: createSessions(db, config.publicUrl),
    passwords: createPasswords(),
    providers: createProviders(config, { now }),
    limits,
    writeBudget: createWriteBudget(limits),
    live: createLive(config, db, log),
    links: createLinks(config.publicUrl),
    hashAddress: (address) => hashAddress(db, address),
    wakeOutbox: outbox.wake,
    deadLetters,
    inBackground: background.run,
  };
  return { deps, outbox, background, fakeBilling };
}
