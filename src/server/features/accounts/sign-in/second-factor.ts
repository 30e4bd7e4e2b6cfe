import { DomainError } from "#server/kernel/errors";
import type { AuthCall } from "../account-call";
import type { PasskeyAssertion } from "../passkeys/schemas";
import { verifyPasskey } from "../passkeys/verify";
import { toUser, type User } from "../user";
import { startSession } from "../sessions/start-session";
import { challengedPerson, closeChallenge } from "./challenge";
import { type OnWrongCode, takeCode } from "../two-factor/use-code";
import { tellOfWrongCodes } from "./wrong-codes";

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
  ctx: AuthCall,
  proof: SecondFactorProof,
): Promise<{ user: User }> {
  const challenged = await challengedPerson(ctx);
  const { user } = challenged;
  await proveSecondFactor(ctx, user, proof, (wrong) =>
    tellOfWrongCodes(ctx, user, wrong),
  );
  closeChallenge(ctx, challenged);
  await startSession(ctx, user, { isExpected: false });
  return { user: toUser(user) };
}

/** @throws DomainError `INVALID_CODE`, `INVALID_PASSKEY`, or `RATE_LIMITED` after too many wrong codes */
export async function proveSecondFactor(
  ctx: AuthCall,
  person: { id: string; email: string },
  { code, passkey }: SecondFactorProof,
  onWrong?: OnWrongCode,
): Promise<void> {
  if (code !== undefined) return takeCode(ctx, person, code, onWrong);
  const owner = passkey && (await verifyPasskey(ctx, passkey));
  if (owner?.userId !== person.id) throw new DomainError("INVALID_PASSKEY");
}
