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
 * Nothing here tells whether an address is known: the answer, the work done and the mail sent are alike. There is no
 * user row before the mailbox is proven.
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
  // A token that arrived by mail proves the mailbox it was mailed to.
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
 * Mails new links to an unconfirmed address, one for each attempt that is sent again. Whether there is one, or an account,
 * shows neither in the answer nor in the work done: as at sign-up, the owner of an account is mailed in place of a link.
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
  // The old links stay alive when no new ones leave.
  if (!(await countSignUpMail(ctx, email))) return;
  const mailed = renewAttempts(ctx, email, attempts);
  const isDecoy = attempts.length === 0;
  await postSignUpMail(ctx, mailed, known !== undefined, { isDecoy });
}
