import { and, eq, gt, sql } from "drizzle-orm";
import { hashToken } from "#server/kernel/crypto";
import { deleteStatement } from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import { refuseCommonPassword } from "#server/core/users/common-passwords";
import { createAccount } from "./create-account";
import { addIdentity } from "../linked-accounts/identities";
import {
  storeEmailVerification,
  readEmailVerification,
  consumeEmailVerification,
} from "./email-verification";
import { signUps } from "./table";
import type { UserOutput } from "../user";
import { findOwnSignUp } from "./find-attempt";

type Attempt = typeof signUps.$inferSelect;

/**
 * Opens a verification link. The link proves only the mailbox, because anyone can sign up with any address: it creates
 * the account only from a sign-up of this browser. In another browser, the user then signs in with the password of that
 * sign-up or chooses a new one.
 */
export async function verifyEmail(
  ctx: AccountCall,
  token: string,
): Promise<{ user: UserOutput | null }> {
  const opened = await findByToken(ctx, token);
  if (!opened) throw invalid();
  guardLink(ctx, opened);
  const own = await findOwnSignUp(ctx, opened);
  if (own) return { user: await createFrom(ctx, own) };
  storeEmailVerification(ctx, opened);
  return { user: null };
}

/** Creates the account with a name and a password chosen in the browser that opened the link. */
export async function choosePassword(
  ctx: AccountCall,
  { token, name, password }: { token: string; name: string; password: string },
): Promise<{ user: UserOutput }> {
  await refuseCommonPassword(password);
  const proof = await readEmailVerification(ctx);
  if (proof?.tokenHash !== hashToken(token)) throw notOpenedHere();
  const passwordHash = await ctx.services.passwords.hash(password);
  consumeEmailVerification(ctx, proof, invalid);
  const { email } = proof;
  return {
    user: await createAccount(ctx, { name, email, passwordHash }, invalid),
  };
}

function findByToken({ db, services }: AccountCall, token: string) {
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

/** Guards that no new link has replaced this one after it was read. Opening a link does not use it up. */
function guardLink({ work }: AccountCall, { id, tokenHash }: Attempt): void {
  work.guard(
    sql`exists (select 1 from ${signUps} where ${signUps.id} = ${id} and ${signUps.tokenHash} = ${tokenHash})`,
    invalid,
  );
}

async function createFrom(ctx: AccountCall, own: Attempt): Promise<UserOutput> {
  ctx.work.write(deleteStatement(signUps, { id: own.id }));
  ctx.work.guardRowChanged(invalid);
  const user = await createAccount(ctx, own, invalid);
  addIdentityOf(ctx, user.id, own);
  return user;
}

function addIdentityOf(
  { work }: AccountCall,
  userId: string,
  { provider, issuer, subject, email }: Attempt,
): void {
  if (provider === null || issuer === null || subject === null) return;
  const identity = { provider, issuer, subject, label: email };
  addIdentity(work, userId, identity, () => new DomainError("IDENTITY_TAKEN"));
}

function invalid(): DomainError {
  return new DomainError("VERIFICATION_INVALID");
}

function notOpenedHere(): DomainError {
  return new DomainError("VERIFICATION_INVALID", { otherBrowser: true });
}
