import { and, eq } from "drizzle-orm";
import { hashToken } from "#server/kernel/crypto";
import { deleteStatement } from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import type { User } from "#server/core/users/user";
import { recoveryCodeUsedMail } from "./mail";
import type { AccountCall } from "../account-call";
import { knownDeviceId } from "../devices/known-device";
import { verifyWithAttemptLimit } from "../attempt-limit";
import { readSecondFactors } from "#server/core/users/second-factors";
import { normalizeRecoveryCode } from "./recovery-code";
import { recoveryCodes } from "#server/core/users/two-factor-table";
import { findSecret, unusedTimeStep } from "./secret";

type Owner = Pick<User, "id" | "email">;

/** Runs after a wrong code, with the number of wrong codes in this day, including this one. */
export type OnWrongCode = (wrong: number) => Promise<void>;

const BUCKETS = ["secondFactorFailure", "secondFactorFailurePerDay"] as const;

/**
 * Checks and uses up an app code or a recovery code. Each code works once, also in parallel calls.
 * @throws DomainError `INVALID_CODE`, or `RATE_LIMITED` after too many wrong codes
 */
export async function consumeCode(
  ctx: AccountCall,
  user: Owner,
  typed: string,
  onWrong?: OnWrongCode,
): Promise<void> {
  const code = parseAppCode(typed);
  const check = () =>
    code === undefined
      ? consumeRecoveryCode(ctx, user, typed)
      : consumeAppCode(ctx, user.id, code);
  const isRight = await verifySecondFactorGuess(ctx, user.id, check, onWrong);
  if (!isRight) throw invalidCode();
}

/** Limits wrong codes: app codes and recovery codes count together, and a known device has its own count. */
export async function verifySecondFactorGuess(
  ctx: AccountCall,
  userId: string,
  check: () => Promise<boolean>,
  onWrong?: OnWrongCode,
): Promise<boolean> {
  const device = await knownDeviceId(ctx, userId);
  return verifyWithAttemptLimit(ctx, BUCKETS, device ?? userId, check, onWrong);
}

/** Returns an app code without spaces and dashes; undefined for other text, such as a recovery code. */
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
  { id: userId, email }: Owner,
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
