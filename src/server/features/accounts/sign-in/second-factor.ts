import { DomainError } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import type { PasskeyAssertion } from "../passkeys/schemas";
import { verifyPasskey } from "../passkeys/verify";
import { toUser, type UserOutput } from "../user";
import { startSession } from "../sessions/start-session";
import { requireChallenge, completeChallenge } from "./challenge";
import { type OnWrongCode, consumeCode } from "../two-factor/use-code";
import { notifyOfWrongCodes } from "./wrong-codes";

/** One of them. */
export interface SecondFactorProof {
  /** Of the person's app, or a recovery code. */
  code?: string;
  passkey?: PasskeyAssertion;
}

/**
 * The second half of a sign-in. Who it is for comes from this browser's first half, never from the proof: somebody
 * else's code or passkey proves nothing here.
 */
export async function answerChallenge(
  ctx: AccountCall,
  proof: SecondFactorProof,
): Promise<{ user: UserOutput }> {
  const challenged = await requireChallenge(ctx);
  const { user } = challenged;
  await verifySecondFactor(ctx, user, proof, (wrong) =>
    notifyOfWrongCodes(ctx, user, wrong),
  );
  completeChallenge(ctx, challenged);
  await startSession(ctx, user, { isExpected: false });
  return { user: toUser(user) };
}

/** @throws DomainError `INVALID_CODE`, `INVALID_PASSKEY`, or `RATE_LIMITED` after too many wrong codes */
export async function verifySecondFactor(
  ctx: AccountCall,
  person: { id: string; email: string },
  { code, passkey }: SecondFactorProof,
  onWrong?: OnWrongCode,
): Promise<void> {
  if (code !== undefined) return consumeCode(ctx, person, code, onWrong);
  const owner = passkey && (await verifyPasskey(ctx, passkey));
  if (owner?.userId !== person.id) throw new DomainError("INVALID_PASSKEY");
}
