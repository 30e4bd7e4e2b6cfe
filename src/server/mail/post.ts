import type { Sealers } from "../crypto";
import type { UnitOfWork } from "../db/unit-of-work";
import type { Limits } from "../limits/limits";
import { enqueue } from "../outbox/enqueue";

/** One mail, ready to leave. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/**
 * Puts a mail into the mutation's batch. Over the recipient's limit it waits in the outbox until it may leave. A decoy
 * takes the same work and is never delivered: how long an answer takes must not tell who gets a mail.
 */
export type Post = (
  mail: Mail,
  options?: { isDecoy?: boolean },
) => Promise<void>;

export function createPost(
  work: UnitOfWork,
  {
    sealers,
    limits,
    wakeOutbox,
  }: { sealers: Sealers; limits: Limits; wakeOutbox: () => void },
): Post {
  return async (mail, { isDecoy = false } = {}) => {
    // Counted before it is stored: what is sent side by side must not outrun the count.
    const delay = await limits.waitFor("mailPerRecipient", mail.to);
    work.unlessStored(() => void limits.giveBack("mailPerRecipient", mail.to));
    const topic = isDecoy ? "decoy" : "mail";
    const message = { topic, subject: mail.to, payload: mail, delay };
    enqueue(work, sealers.outbox, message);
    work.afterCommit(wakeOutbox);
  };
}
