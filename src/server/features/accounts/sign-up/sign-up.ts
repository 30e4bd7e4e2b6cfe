import { invitedAddress } from "#server/features/invitations/respond";
import type { AccountCall } from "../account-call";
import { refuseCommonPassword } from "#server/core/users/common-passwords";
import { createAccount } from "./create-account";
import { findUserByEmail } from "../user";
import {
  addAttempt,
  countSignUpMail,
  postSignUpMail,
  renewAttempts,
} from "./attempt";
import { findSignUpsToResend } from "./find-attempt";

interface SignUp {
  name: string;
  email: string;
  password: string;
  invitationToken?: string;
}

/**
 * Starts a sign-up and mails a verification link; the account is created when the address is verified. The response,
 * the work and the number of mails do not reveal whether the address already has an account.
 */
export async function signUp(ctx: AccountCall, input: SignUp) {
  await refuseCommonPassword(input.password);
  const [known, passwordHash, invited] = await Promise.all([
    findUserByEmail(ctx, input.email),
    ctx.services.passwords.hash(input.password),
    input.invitationToken
      ? invitedAddress(ctx.db, input.invitationToken, ctx.services.now())
      : undefined,
  ]);
  // The invitation token was mailed to this address, so the token verifies the address.
  if (!known && invited === input.email) {
    return { user: await createAccount(ctx, { ...input, passwordHash }) };
  }
  await ctx.services.limits.consumeClient("mailPerClient", ctx.request.address);
  const attempt = addAttempt(ctx, { ...input, passwordHash });
  if (await countSignUpMail(ctx, input.email))
    await postSignUpMail(ctx, [attempt], known !== undefined);
  return { status: "verification_sent" as const };
}

/**
 * Mails new links for the pending sign-ups of an address. The response does not reveal whether a sign-up is pending, or
 * whether the address has an account.
 */
export async function resendVerification(
  ctx: AccountCall,
  email: string,
): Promise<void> {
  await ctx.services.limits.consumeClient("mailPerClient", ctx.request.address);
  const [attempts, known] = await Promise.all([
    findSignUpsToResend(ctx, email),
    findUserByEmail(ctx, email),
  ]);
  // If a mail limit is reached, no new links are created, and the previous links stay valid.
  if (!(await countSignUpMail(ctx, email))) return;
  const mailed = renewAttempts(ctx, email, attempts);
  const isDecoy = attempts.length === 0;
  await postSignUpMail(ctx, mailed, known !== undefined, { isDecoy });
}
