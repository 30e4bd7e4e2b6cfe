import { newId } from "#shared/id";
import { hashToken, newToken } from "#server/kernel/crypto";
import { deleteStatement, insertStatement } from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import { subjectOf } from "#server/kernel/mail/kind";
import type { AccountCall } from "../account-call";
import { emailChanges } from "./table";

const EMAIL_LINK_VALID_MS = 60 * 60 * 1000;

/** Creates a link that verifies an address, and deletes the user's previous link. Returns the new token. */
export function replaceEmailLink(
  ctx: AccountCall,
  userId: string,
  email: string,
): string {
  const token = newToken();
  const { now } = ctx.work;
  ctx.work.write(deleteStatement(emailChanges, { userId }));
  ctx.work.write(
    insertStatement(emailChanges, {
      id: newId("emailChange"),
      userId,
      email,
      tokenHash: hashToken(token),
      expiresAt: now + EMAIL_LINK_VALID_MS,
      createdAt: now,
    }),
  );
  return token;
}

/** Describes the mail with a link: `verify` for the current address of the user, `email-change` for a new address. */
export function emailLinkKind(
  { work }: AccountCall,
  kind: "verify" | "email-change",
  userId: string,
) {
  return { kind, userId, expiresAt: work.now + EMAIL_LINK_VALID_MS };
}

/**
 * Counts a mail with a link, for each pair of user and address: other users who enter an address do not use up the
 * limit of its owner.
 * @throws DomainError `RATE_LIMITED`
 */
export async function limitEmailLinks(
  ctx: AccountCall,
  about: ReturnType<typeof emailLinkKind>,
  email: string,
): Promise<void> {
  await countLink(ctx, "mailPerRecipient", subjectOf(about, email));
  // Any user can enter any address as the new one, so the mails to one address are limited for all users together.
  if (about.kind === "email-change")
    await countLink(ctx, "emailChangePerAddress", email);
}

async function countLink(
  { services: { limits }, work }: AccountCall,
  bucket: "mailPerRecipient" | "emailChangePerAddress",
  key: string,
): Promise<void> {
  if (!(await limits.tryConsume(bucket, key))) throw tooManyMails();
  work.onRollback(() => void limits.giveBack(bucket, key));
}

function tooManyMails(): DomainError {
  return new DomainError(
    "RATE_LIMITED",
    { limit: "emailsToAddress" },
    { retryAfter: 60 * 60 },
  );
}
