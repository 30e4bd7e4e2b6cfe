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

export interface PostOptions {
  isDecoy?: boolean;
  /**
   * Tells the owner of an account what was done with it. Such mails have a limit and an order of their own: whoever has
   * a mailbox filled with others cannot hold back the one that tells of them.
   */
  isNotice?: boolean;
  /** The caller has counted it already, to leave out what is over the limit. */
  isCounted?: boolean;
}

/**
 * Puts a mail into the mutation's batch. Over the recipient's limit it waits in the outbox until it may leave. A decoy
 * takes the same work and is never delivered: how long an answer takes must not tell who gets a mail.
 */
export type Post = (mail: Mail, options?: PostOptions) => Promise<void>;

export function createPost(
  work: UnitOfWork,
  {
    sealers,
    limits,
    wakeOutbox,
  }: { sealers: Sealers; limits: Limits; wakeOutbox: () => void },
): Post {
  return async (mail, options = {}) => {
    const { isDecoy = false, isNotice = false, isCounted = false } = options;
    const bucket = isNotice ? "noticePerRecipient" : "mailPerRecipient";
    // Counted before it is stored: what is sent side by side must not outrun the count.
    const delay = isCounted ? 0 : await limits.waitFor(bucket, mail.to);
    work.unlessStored(() => void limits.giveBack(bucket, mail.to));
    const topic = isDecoy ? "decoy" : "mail";
    const subject = isNotice ? `notice ${mail.to}` : mail.to;
    const message = { topic, subject, payload: mail, delay };
    enqueue(work, sealers.outbox, message);
    work.afterCommit(wakeOutbox);
  };
}
