import { and, eq, gt } from "drizzle-orm";
import { newId } from "../../../shared/id";
import type { Context } from "../../context";
import { hashToken, newToken } from "../../crypto";
import { deleteStatement, insertStatement } from "../../db/statement";
import { DomainError } from "../../errors";
import { iso } from "../../inputs";
import {
  emailChangeMail,
  emailChangeNotice,
  emailTakenMail,
} from "../../mail/email-change";
import { recipientKey } from "../../mail/kind";
import type { AuthCall } from "../call";
import { mustStillBeSignedIn } from "../own-sessions";
import { requireRecentProof } from "../proof";
import { users } from "../schema";
import type { SignedIn } from "../sessions";
import { emailChanges } from "./schema";

const VALID_MS = 60 * 60 * 1000;

/**
 * Mails a link to the new address, and a notice to the present one. Nothing here tells whether the new address belongs
 * to an account: for such a one the same is stored, and its owner is mailed in place of a link.
 */
export async function changeEmail(
  ctx: AuthCall,
  signedIn: SignedIn,
  email: string,
): Promise<void> {
  const { user, session } = signedIn;
  requireRecentProof(session.authenticatedAt, ctx.work.now);
  if (email === user.email) throw sameAddress();
  await ctx.services.limits.consumeClient("mailPerClient", ctx.request.address);
  await requireMailsLeft(ctx, user.id, email);
  const [pending, isTaken] = await Promise.all([
    findPending(ctx, user.id),
    hasAccount(ctx, email),
  ]);
  // A password that was reset meanwhile has ended the session, and what it asked for.
  mustStillBeSignedIn(ctx.work, signedIn);
  const token = replaceChange(ctx, user.id, email);
  const { links } = ctx.services;
  await ctx.post(
    isTaken
      ? emailTakenMail({ to: email, link: links.signIn() })
      : emailChangeMail({ to: email, link: links.emailChange(token) }),
    { kind: "email-change", expiresAt: ctx.work.now + VALID_MS },
  );
  // Who has the link sent again is not told twice: it would use up what may be mailed when it is done.
  if (pending?.email === email) return;
  const notice = { newEmail: email, at: ctx.work.now };
  const link = links.forgotPassword();
  await ctx.post(emailChangeNotice({ to: user.email, link, ...notice }), {
    kind: "notice",
  });
}

/** The address that waits for its confirmation, if there is one. */
export async function readPendingEmail(ctx: Context, { user }: SignedIn) {
  const pending = await findPending(ctx, user.id);
  return {
    email: pending?.email ?? null,
    expiresAt: pending ? iso(pending.expiresAt) : null,
  };
}

/** The mailed link is dead from here on. */
export function cancelEmailChange(ctx: AuthCall, { user }: SignedIn): void {
  ctx.work.write(deleteStatement(emailChanges, { userId: user.id }));
}

/** Of a person's links the newest alone works. */
function replaceChange(ctx: AuthCall, userId: string, email: string): string {
  const token = newToken();
  const { now } = ctx.work;
  ctx.work.write(deleteStatement(emailChanges, { userId }));
  ctx.work.write(
    insertStatement(emailChanges, {
      id: newId("emailChange"),
      userId,
      email,
      tokenHash: hashToken(token),
      expiresAt: now + VALID_MS,
      createdAt: now,
    }),
  );
  return token;
}

function findPending({ db, services }: Context, userId: string) {
  return db.drizzle
    .select()
    .from(emailChanges)
    .where(
      and(
        eq(emailChanges.userId, userId),
        gt(emailChanges.expiresAt, services.now()),
      ),
    )
    .get();
}

async function hasAccount({ db }: Context, email: string): Promise<boolean> {
  const owner = await db.drizzle
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, email))
    .get();
  return owner !== undefined;
}

function sameAddress(): DomainError {
  const message = "This is your address already. Enter another one.";
  const issues = [{ path: "email", message }];
  return new DomainError("INVALID_INPUT", message, { issues });
}

// Counted per user: other users who name this address do not use up what its owner may ask for.
async function requireMailsLeft(
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
