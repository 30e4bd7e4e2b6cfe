import { and, eq } from "drizzle-orm";
import { hashToken } from "#server/kernel/crypto";
import { deleteStatement } from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import { recoveryCodeUsedMail } from "./mail";
import type { AccountCall } from "../account-call";
import { knownDeviceId } from "../devices/known-device";
import { verifyWithAttemptLimit } from "../attempt-limit";
import { readSecondFactors } from "#server/core/users/second-factors";
import { normalizeRecoveryCode } from "./recovery-code";
import { recoveryCodes } from "#server/core/users/two-factor-table";
import { findSecret, unusedTimeStep } from "./secret";

interface Person {
  id: string;
  email: string;
}

/** Gets how many wrong codes of the day are counted, this one included. */
export type OnWrongCode = (wrong: number) => Promise<void>;

const BUCKETS = ["secondFactorFailure", "secondFactorFailurePerDay"] as const;

/**
 * Takes a code of the person's app, or one of their recovery codes. Each works once: of calls that take the same one
 * side by side, one is stored.
 * @throws DomainError `INVALID_CODE`, or `RATE_LIMITED` after too many wrong ones
 */
export async function consumeCode(
  ctx: AccountCall,
  person: Person,
  typed: string,
  onWrong?: OnWrongCode,
): Promise<void> {
  const code = parseAppCode(typed);
  const check = () =>
    code === undefined
      ? consumeRecoveryCode(ctx, person, typed)
      : consumeAppCode(ctx, person.id, code);
  const isRight = await verifySecondFactorGuess(ctx, person.id, check, onWrong);
  if (!isRight) throw invalidCode();
}

/** Guesses of both kinds are counted together; a browser that the person signed in with before has a count of its own. */
export async function verifySecondFactorGuess(
  ctx: AccountCall,
  userId: string,
  check: () => Promise<boolean>,
  onWrong?: OnWrongCode,
): Promise<boolean> {
  const device = await knownDeviceId(ctx, userId);
  return verifyWithAttemptLimit(ctx, BUCKETS, device ?? userId, check, onWrong);
}

/** The six digits as typed, if they are six; apps show them in two groups. */
export function parseAppCode(typed: string): string | undefined {
  const digits = typed.replace(/[\s\p{Dash}]/gu, "");
  return /^\d{6}$/.test(digits) ? digits : undefined;
}

export function invalidCode(): DomainError {
  return new DomainError("INVALID_CODE");
}

async function consumeAppCode(
  ctx: AccountCall,
  userId: string,
  code: string,
): Promise<boolean> {
  const secret = await findSecret(ctx, userId, { isConfirmed: true });
  if (!secret) return false;
  const step = unusedTimeStep(ctx, secret, code);
  if (step === undefined) return false;
  ctx.work.write({
    sql: "update totp_secrets set last_step = ? where user_id = ? and sealed = ? and last_step < ?",
    args: [step, userId, secret.sealed, step],
  });
  ctx.work.guardRowChanged(invalidCode);
  return true;
}

async function consumeRecoveryCode(
  ctx: AccountCall,
  { id: userId, email }: Person,
  typed: string,
): Promise<boolean> {
  const codeHash = hashToken(normalizeRecoveryCode(typed));
  const found = await ctx.db.drizzle
    .select({ id: recoveryCodes.id })
    .from(recoveryCodes)
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, codeHash),
      ),
    )
    .get();
  if (!found) return false;
  ctx.work.write(deleteStatement(recoveryCodes, { id: found.id }));
  ctx.work.guardRowChanged(invalidCode);
  const factors = await readSecondFactors(ctx.db, userId);
  const left = factors.recoveryCodes - 1;
  const link = ctx.services.links.twoFactor();
  await ctx.post(recoveryCodeUsedMail({ to: email, left, link }), {
    kind: "notice",
  });
  return true;
}
