import { DomainError } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import type { PasskeyAssertion } from "../passkeys/schemas";
import { verifyPasskey } from "../passkeys/verify";
import { toUser, type UserOutput } from "../user";
import type { User } from "#server/core/users/user";
import { startSession } from "../sessions/start-session";
import { requireChallenge, completeChallenge } from "./challenge";
import { type OnWrongCode, consumeCode } from "../two-factor/use-code";
import { notifyOfWrongCodes } from "./wrong-codes";

/** Exactly one of `code` and `passkey`. */
export interface SecondFactorProof {
  /** A code from the authenticator app, or a recovery code. */
  code?: string;
  passkey?: PasskeyAssertion;
}

/**
 * Completes a sign-in with a second factor. The user comes from the pending sign-in of this browser, never from the
 * second factor: otherwise the passkey of another user would complete the sign-in.
 */
export async function answerChallenge(
  ctx: AccountCall,
  proof: SecondFactorProof,
): Promise<{ user: UserOutput }> {
  const challenge = await requireChallenge(ctx);
  const { user } = challenge;
  await verifySecondFactor(ctx, user, proof, (wrong) =>
    notifyOfWrongCodes(ctx, user, wrong),
  );
  completeChallenge(ctx, challenge);
  await startSession(ctx, user, { isExpected: false });
  return { user: toUser(user) };
}

/** @throws DomainError `INVALID_CODE`, `INVALID_PASSKEY`, or `RATE_LIMITED` after too many wrong codes */
export async function verifySecondFactor(
  ctx: AccountCall,
  user: Pick<User, "id" | "email">,
  { code, passkey }: SecondFactorProof,
  onWrong?: OnWrongCode,
): Promise<void> {
  if (code !== undefined) return consumeCode(ctx, user, code, onWrong);
  const owner = passkey && (await verifyPasskey(ctx, passkey));
  if (owner?.userId !== user.id) throw new DomainError("INVALID_PASSKEY");
}
