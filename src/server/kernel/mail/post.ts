import type { Language } from "#shared/languages";
import type { Sealers } from "#server/kernel/crypto";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { Bucket } from "#server/kernel/rate-limits/buckets";
import type { Limits } from "#server/kernel/rate-limits/rate-limits";
import { enqueue } from "#server/kernel/outbox/enqueue";
import type { Mail } from "./content";
import { type MailKind, subjectOf } from "./kind";

export type { Mail };

/** A mail in the outbox. */
export interface StoredMail extends Mail {
  /** The organization whose logo the mail shows. */
  logoOf?: string | undefined;
  /** The language of the mail if its recipient has no account. */
  language?: Language | undefined;
}

/**
 * A mail to post. A decoy takes the same time as a mail but is never delivered, so that the time of a response does not
 * show whether a mail is sent.
 */
export type PostedMail = MailKind & {
  isDecoy?: boolean;
  /** The organization whose logo the mail shows. By default it is the organization that the kind of the mail names. */
  logoOf?: string;
};

/** Adds a mail to the batch of the mutation. A notice that exceeds its rate limit waits in the outbox. */
export type Post = (mail: Mail, about: PostedMail) => Promise<void>;

/**
 * The longest wait of an organization's notice. A notice that would wait longer is dropped, because one admin could
 * otherwise fill the outbox for months.
 */
const MAX_WAIT_MS = 60 * 60 * 1000;

/** @param language the language of the caller, for mails to people without an account */
export function createPost(
  work: UnitOfWork,
  {
    sealers,
    limits,
    wakeOutbox,
  }: { sealers: Sealers; limits: Limits; wakeOutbox: () => void },
  language?: Language,
): Post {
  return async (mail, about) => {
    const topic = about.isDecoy ? "decoy" : "mail";
    const subject = subjectOf(about, mail.to);
    const bucket = bucketOf(about);
    // The mail is counted before it is stored, so that concurrent requests cannot exceed the limit together.
    const delay = bucket ? await limits.waitFor(bucket, subject) : 0;
    if (bucket) work.onRollback(() => void limits.giveBack(bucket, subject));
    if ("orgId" in about && delay > MAX_WAIT_MS) return;
    const expiresAt = "expiresAt" in about ? about.expiresAt : undefined;
    const orgId = "orgId" in about ? about.orgId : undefined;
    const logoOf = about.logoOf ?? orgId;
    const payload: StoredMail = { ...mail, logoOf, language };
    const message = { topic, subject, payload, delay, expiresAt };
    enqueue(work, sealers.outbox, message);
    work.afterCommit(wakeOutbox);
  };
}

function bucketOf(about: MailKind): Bucket | undefined {
  if ("orgId" in about) return "mailPerRecipient";
  return about.kind === "notice" ? "noticePerRecipient" : undefined;
}
