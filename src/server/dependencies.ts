import type { Logger } from "pino";
import { createAuditChain } from "./kernel/audit/chain";
import { type Background, createBackground } from "./kernel/background";
import { createVersions } from "./kernel/audit/versions";
import { createProviders } from "./features/accounts/identity-providers/providers";
import { findLanguage } from "./core/users/language";
import { createPasswords } from "./core/users/passwords";
import { createApiKeys } from "./core/api-keys/api-keys";
import { createMeter } from "./core/api-usage/meter";
import { createActivity } from "./core/memberships/activity";
import { takesKeys } from "./features/key-access";
import { createSessions } from "./core/sessions/sessions";
import type { DemoEvent } from "./features/billing/demo/store";
import type { DemoStripe } from "./http/dev/stripe/demo-stripe";
import type { Config } from "./kernel/config/config";
import type { Dependencies } from "./rpc/context";
import { createSealers, createSigner } from "./kernel/crypto";
import type { Database } from "./kernel/db/client";
import { createBilling } from "./features/billing/sync";
import { readMailLogo } from "./features/organizations/mail-logo";
import { hashAddress } from "./features/members/hash-address";
import { notifyUsage } from "./features/usage/notify";
import { createLimits } from "./kernel/rate-limits/rate-limits";
import { createWriteBudget } from "./kernel/rate-limits/write-budget";
import { eventsOf } from "./features/live/events-of";
import { createLive } from "./kernel/live/live";
import { createLinks } from "./kernel/mail/links";
import { createMailer } from "./kernel/mail/mailer";
import { createPost, type StoredMail } from "./kernel/mail/post";
import { createRenderer } from "./kernel/mail/render";
import { loadPayments } from "./payments";
import { createDeadLetters } from "./kernel/outbox/dead-letters";
import { enqueue } from "./kernel/outbox/enqueue";
import { createDispatcher, type Dispatcher } from "./kernel/outbox/dispatch";

export interface Services {
  deps: Dependencies;
  outbox: Dispatcher;
  background: Background;
  /** The simulated Stripe; only present with `BILLING=fake`. */
  demoStripe: DemoStripe | undefined;
}

/** Creates the services over an open database. Only the outbox starts to work by itself. */
export async function createServices(
  config: Config,
  db: Database,
  log: Logger,
  now: () => number = Date.now,
): Promise<Services> {
  const sealers = createSealers(config.secret, config.previousSecrets);
  const payments = await loadPayments(config, log, {
    db,
    now,
    send: (work, event) => {
      const { customerId: subject } = event;
      const message = { topic: "demoStripeEvent", subject, payload: event };
      enqueue(work, sealers.outbox, message);
      work.afterCommit(outbox.wake);
    },
  });
  const deliver = createMailer(config, db, sealers.outbox);
  const render = createRenderer({
    languageOf: (email) => findLanguage(db, email),
    logoOf: (orgId) => readMailLogo(db, orgId),
  });
  const deadLetters = createDeadLetters(db.client);
  const background = createBackground(log);
  const outbox = createDispatcher({
    client: db.client,
    onFailure: deadLetters.add,
    isAlone: db.isExclusive,
    sealer: sealers.outbox,
    log,
    now,
    // The casts are safe, because `createPost` or `enqueue` stored the payload with this type.
    handlers: {
      mail: async (payload) => deliver(await render(payload as StoredMail)),
      // A decoy is rendered too, so that it takes the same work as a mail.
      decoy: async (payload) => void (await render(payload as StoredMail)),
      demoStripeEvent: async (event) => {
        const message = payments.demo?.sign(event as DemoEvent);
        if (message) await deps.billing.receive(message.body, message.headers);
      },
    },
  });
  const limits = createLimits(config, log);
  const versions = createVersions(db);
  const deps: Dependencies = {
    config,
    db,
    log,
    sealers,
    versions,
    audit: createAuditChain(db, createSigner(config.secret, "audit"), versions),
    billing: createBilling(payments.provider, {
      db,
      // The function is looked up at each call, because tests of races replace it.
      audit: { commit: (work, origin) => deps.audit.commit(work, origin) },
      tell: (work) => deps.live.tell(work),
      post: (work) => createPost(work, deps),
      links: createLinks(config.publicUrl),
      now,
    }),
    now,
    sessions: createSessions(db, config.publicUrl),
    apiKeys: createApiKeys(db),
    takesKeys,
    passwords: createPasswords(),
    providers: createProviders(config, { now }),
    limits,
    meter: createMeter({
      db,
      log,
      now,
      totals: limits.totals,
      notify: (notice) =>
        background.run("usage notice", () => notifyUsage(deps, notice)),
    }),
    activity: createActivity({ db, log, now }),
    writeBudget: createWriteBudget(limits),
    live: createLive(config, db, log, eventsOf),
    links: createLinks(config.publicUrl),
    hashAddress: (address) => hashAddress(db, address),
    wakeOutbox: outbox.wake,
    deadLetters,
    inBackground: background.run,
  };
  return { deps, outbox, background, demoStripe: payments.demo?.stripe };
}
