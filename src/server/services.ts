import type { Logger } from "pino";
import { createPasswords } from "./auth/passwords";
import { createSessions } from "./auth/sessions";
import type { Config } from "./config";
import type { Dependencies } from "./context";
import { createSealer } from "./crypto";
import type { Database } from "./db/client";
import { createLimits } from "./limits";
import { createLinks } from "./mail/links";
import { createMailer } from "./mail/mailer";
import type { Mail } from "./mail/post";
import { createDispatcher, type Dispatcher } from "./outbox/dispatch";

export interface Services {
  deps: Dependencies;
  outbox: Dispatcher;
}

/** Everything the procedures use, over an open database; only the outbox works by itself from here on. */
export function createServices(
  config: Config,
  db: Database,
  log: Logger,
  now: () => number = Date.now,
): Services {
  const sealer = createSealer(config.secret, "outbox");
  const deliver = createMailer(config, db, sealer);
  const outbox = createDispatcher({
    client: db.client,
    isAlone: db.isExclusive,
    sealer,
    log,
    now,
    // The payload is what `createPost` sealed.
    handlers: {
      mail: (payload) => deliver(payload as Mail),
      decoy: () => Promise.resolve(),
    },
  });
  const deps: Dependencies = {
    config,
    db,
    log,
    sealer,
    now,
    sessions: createSessions(db, config.publicUrl),
    passwords: createPasswords(),
    limits: createLimits(config.rateLimitFactor),
    links: createLinks(config.publicUrl),
    wakeOutbox: outbox.wake,
  };
  return { deps, outbox };
}
