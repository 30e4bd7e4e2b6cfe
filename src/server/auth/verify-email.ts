import { and, eq, gt } from "drizzle-orm";
import { equalHashes, hashToken } from "../crypto";
import { deleteStatement } from "../db/statement";
import { DomainError } from "../errors";
import { joinAsNew } from "../features/domains/join";
import type { AuthCall } from "./call";
import { addIdentity } from "./identities/add-identity";
import { addUser } from "./new-user";
import { signUps } from "./schema";
import { toUser } from "./shapes";
import { signUpBrowser } from "./sign-up-browser";
import { startSession } from "./start-session";

type Attempt = typeof signUps.$inferSelect;

/** Makes the user of the attempt that the token belongs to, with the password or the account elsewhere of that attempt. */
export async function verifyEmail(ctx: AuthCall, token: string) {
  const attempt = await findAttempt(ctx, token);
  if (!attempt) throw invalid();
  const isBrowserOfAttempt = isMadeIn(signUpBrowser.read(ctx), attempt);
  requireBrowserFor(attempt, isBrowserOfAttempt);
  ctx.work.write(deleteStatement(signUps, { id: attempt.id }));
  ctx.work.mustHaveChanged(invalid);
  const user = addUser(ctx.work, attempt, invalid);
  addIdentityOf(ctx, user.id, attempt);
  await joinAsNew(ctx.db, ctx.work, user);
  ctx.work.write(deleteStatement(signUps, { email: attempt.email }));
  // Whoever holds the link holds the mailbox, but only the browser that chose the password is signed in by it.
  if (!isBrowserOfAttempt) return { user: null };
  await startSession(ctx, user, { isExpected: true });
  return { user: toUser(user) };
}

function findAttempt({ db, services }: AuthCall, token: string) {
  return db.drizzle
    .select()
    .from(signUps)
    .where(
      and(
        eq(signUps.tokenHash, hashToken(token)),
        gt(signUps.expiresAt, services.now()),
      ),
    )
    .get();
}

function isMadeIn(
  browser: string | undefined,
  { browserHash }: Attempt,
): boolean {
  return browser !== undefined && equalHashes(hashToken(browser), browserHash);
}

// Of a password that a stranger chose the owner of the mailbox gets rid by choosing another; if the stranger came first
// and added a second factor, that is asked for all the same until the operator takes it away (`reset-two-factor`). An
// account elsewhere would stay a way in for the stranger, so the link opens nothing where the sign-up did not begin.
function requireBrowserFor({ provider }: Attempt, isBrowserOfAttempt: boolean) {
  if (provider !== null && !isBrowserOfAttempt)
    throw new DomainError(
      "PROVIDER_EXPIRED",
      "Open the link in the browser you signed up in. It was not used up.",
    );
}

function addIdentityOf(
  { work }: AuthCall,
  userId: string,
  { provider, subject, email }: Attempt,
): void {
  if (provider === null || subject === null) return;
  const identity = { provider, subject, label: email };
  addIdentity(work, userId, identity, () => new DomainError("IDENTITY_TAKEN"));
}

function invalid(): DomainError {
  return new DomainError("VERIFICATION_INVALID");
}
