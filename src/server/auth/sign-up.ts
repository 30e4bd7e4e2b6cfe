import { newId } from "../../shared/id";
import { hashToken, newToken } from "../crypto";
import { deleteStatement, insertStatement } from "../db/statement";
import { joinAsNew } from "../features/domains/join";
import { invitedAddress } from "../features/invitations/answer";
import { recipientKey } from "../mail/kind";
import type { AuthCall } from "./call";
import { refuseCommonPassword } from "./common-passwords";
import { addUser, findUser } from "./new-user";
import { signUps } from "./schema";
import { toUser } from "./shapes";
import {
  addAttempt,
  postSignUpMail,
  sendSignUpMail,
  SIGN_UP_VALID_MS,
} from "./sign-up-attempt";
import { findSignUp } from "./sign-ups";
import { startSession } from "./start-session";

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
export async function signUp(ctx: AuthCall, input: SignUp) {
  refuseCommonPassword(input.password);
  const [known, passwordHash, invited] = await Promise.all([
    findUser(ctx, input.email),
    ctx.services.passwords.hash(input.password),
    input.invitationToken
      ? invitedAddress(ctx.db, input.invitationToken, ctx.services.now())
      : undefined,
  ]);
  // A token that arrived by mail proves the mailbox it was mailed to.
  if (!known && invited === input.email) {
    const user = addUser(ctx.work, { ...input, passwordHash });
    await joinAsNew(ctx.db, ctx.work, user);
    ctx.work.write(deleteStatement(signUps, { email: input.email }));
    await startSession(ctx, user, { isExpected: true });
    return { user: toUser(user) };
  }
  await ctx.services.limits.consumeClient("mailPerClient", ctx.request.address);
  const attempt = addAttempt(ctx, { ...input, passwordHash });
  await sendSignUpMail(ctx, attempt, known !== undefined);
  return { status: "verification_sent" as const };
}

/**
 * Mails a new link to an unconfirmed address. Whether there is one, or an account, shows neither in the answer nor in
 * the work done: as at sign-up, the owner of an account is mailed in place of a link.
 */
export async function resendVerification(ctx: AuthCall, email: string) {
  await ctx.services.limits.consumeClient("mailPerClient", ctx.request.address);
  const [attempt, known] = await Promise.all([
    findSignUp(ctx, email),
    findUser(ctx, email),
  ]);
  // The old link stays alive when no new one leaves.
  const key = recipientKey("sign-up", email);
  if (!(await ctx.services.limits.tryConsume("mailPerRecipient", key))) return;
  const token = newToken();
  const expiresAt = ctx.services.now() + SIGN_UP_VALID_MS;
  ctx.work.write(deleteStatement(signUps, { id: attempt?.id ?? "" }));
  if (attempt)
    ctx.work.write(
      insertStatement(signUps, {
        ...attempt,
        tokenHash: hashToken(token),
        expiresAt,
      }),
    );
  const id = attempt?.id ?? newId("signUp");
  const mailed = { id, email, token, expiresAt };
  const isDecoy = attempt === undefined;
  await postSignUpMail(ctx, mailed, known !== undefined, { isDecoy });
}
