import { newId } from "../../../shared/id";
import { hashToken, newToken } from "../../crypto";
import { deleteStatement, insertStatement } from "../../db/statement";
import { DomainError } from "../../errors";
import { recipientKey } from "../../mail/kind";
import type { AuthCall } from "../call";
import { emailChanges } from "./schema";

export const EMAIL_LINK_VALID_MS = 60 * 60 * 1000;

/** Of the links of a user only the newest works. */
export function replaceEmailLink(
  ctx: AuthCall,
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

// Counted per user: other users who name this address do not use up what its owner may ask for.
export async function requireLinksLeft(
  { services: { limits }, work }: AuthCall,
  userId: string,
  email: string,
): Promise<void> {
  const own = `${userId} ${recipientKey("email-change", email)}`;
  const counts = [
    ["mailPerRecipient", own],
    ["emailChangePerAddress", email],
  ] as const;
  for (const [bucket, key] of counts) {
    if (!(await limits.tryConsume(bucket, key))) throw tooManyMails();
    work.unlessStored(() => void limits.giveBack(bucket, key));
  }
}

function tooManyMails(): DomainError {
  return new DomainError(
    "RATE_LIMITED",
    "This address got too many mails lately. Try again in an hour.",
    { retryAfter: 60 * 60 },
  );
}
