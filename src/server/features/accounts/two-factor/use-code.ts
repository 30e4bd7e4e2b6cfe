import { and, eq } from "drizzle-orm";
import { hashToken } from "#server/kernel/crypto";
import { deleteStatement } from "#server/kernel/db/statement";
import { together } from "#server/kernel/db/together";
import { DomainError } from "#server/kernel/errors";
import type { User } from "#server/core/users/user";
import { recoveryCodeUsedMail } from "./mail";
import type { AccountCall } from "../account-call";
import { knownDeviceId } from "../devices/known-device";
import { verifyWithAttemptLimit } from "../attempt-limit";
import {
  readSecondFactors,
  type SecondFactors,
} from "#server/core/users/second-factors";
import { normalizeRecoveryCode } from "./recovery-code";
import { recoveryCodes } from "#server/core/users/two-factor-table";
import { findSecret, type StoredSecret, unusedTimeStep } from "./secret";

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
  const [device, check] = await together([
    knownDeviceId(ctx, user.id),
    code === undefined
      ? readRecoveryCode(ctx, user, typed)
      : readAppSecret(ctx, user.id, code),
  ]);
  const key = device ?? user.id;
  if (!(await verifySecondFactorGuess(ctx, key, check, onWrong)))
    throw invalidCode();
}

/**
 * Limits wrong codes. App codes and recovery codes count together.
 * @param deviceOrUserId the id of this browser as a known device of the user, which has its own count, or the user's id
 */
export async function verifySecondFactorGuess(
  ctx: AccountCall,
  deviceOrUserId: string,
  check: () => Promise<boolean>,
  onWrong?: OnWrongCode,
): Promise<boolean> {
  return verifyWithAttemptLimit(ctx, BUCKETS, deviceOrUserId, check, onWrong);
}

/** Returns an app code without spaces and dashes; undefined for other text, such as a recovery code. */
export function parseAppCode(typed: string): string | undefined {
  const digits = typed.replace(/[\s\p{Dash}]/gu, "");
  return /^\d{6}$/.test(digits) ? digits : undefined;
}

export function invalidCode(): DomainError {
  return new DomainError("INVALID_CODE");
}

/** Checks a code and uses it up, and returns whether it was right. */
type Check = () => Promise<boolean>;

/** Reads the secret of the app, and returns the check of the code. */
async function readAppSecret(
  ctx: AccountCall,
  userId: string,
  code: string,
): Promise<Check> {
  const secret = await findSecret(ctx, userId, { isConfirmed: true });
  return () => Promise.resolve(consumeAppCode(ctx, { userId, secret }, code));
}

function consumeAppCode(
  ctx: AccountCall,
  { userId, secret }: { userId: string; secret: StoredSecret | undefined },
  code: string,
): boolean {
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

/** Reads the recovery code, and returns the check of the code. */
async function readRecoveryCode(
  ctx: AccountCall,
  { id: userId, email }: Owner,
  typed: string,
): Promise<Check> {
  const codeHash = hashToken(normalizeRecoveryCode(typed));
  const [found, factors] = await together([
    ctx.db.drizzle
      .select({ id: recoveryCodes.id })
      .from(recoveryCodes)
      .where(
        and(
          eq(recoveryCodes.userId, userId),
          eq(recoveryCodes.codeHash, codeHash),
        ),
      )
      .get(),
    readSecondFactors(ctx.db, userId),
  ]);
  return () => consumeRecoveryCode(ctx, email, { found, factors });
}

async function consumeRecoveryCode(
  ctx: AccountCall,
  email: string,
  {
    found,
    factors,
  }: { found: { id: string } | undefined; factors: SecondFactors },
): Promise<boolean> {
  if (!found) return false;
  ctx.work.write(deleteStatement(recoveryCodes, { id: found.id }));
  ctx.work.guardRowChanged(invalidCode);
  const left = factors.recoveryCodes - 1;
  const link = ctx.services.links.twoFactor();
  await ctx.post(recoveryCodeUsedMail({ to: email, left, link }), {
    kind: "notice",
  });
  return true;
}
