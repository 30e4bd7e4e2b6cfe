import { newId } from "#shared/id";
import { hashToken, newToken } from "#server/kernel/crypto";
import { deleteStatement, insertStatement } from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import { subjectOf } from "#server/kernel/mail/kind";
import type { AccountCall } from "../account-call";
import { emailChanges } from "./table";

const EMAIL_LINK_VALID_MS = 60 * 60 * 1000;

/** Creates a link, and deletes the previous one of the user. Returns its token. */
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

/** The kind of mail: for the current address of the user (`verify`), or for a new one. */
export function emailLinkKind(
  { work }: AccountCall,
  kind: "verify" | "email-change",
  userId: string,
) {
  return { kind, userId, expiresAt: work.now + EMAIL_LINK_VALID_MS };
}

/**
 * Counts a link mail, for each user: other users who name the address do not use up the limit of its owner.
 * @throws DomainError `RATE_LIMITED`
 */
export async function limitEmailLinks(
  ctx: AccountCall,
  about: ReturnType<typeof emailLinkKind>,
  email: string,
): Promise<void> {
  await countLink(ctx, "mailPerRecipient", subjectOf(about, email));
  // Anyone can name any address as their new one, so it has a limit of its own.
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
