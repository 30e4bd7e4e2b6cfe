import { sql } from "drizzle-orm";
import { newId } from "#shared/id";
import { hashToken } from "#server/kernel/crypto";
import { deleteStatement, insertStatement } from "#server/kernel/db/statement";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import { newRecoveryCodesMail } from "./mail";
import type { AccountCall } from "../account-call";
import { requireRecentAuthentication } from "#server/core/sessions/reauthentication";
import type { SignedIn } from "#server/core/sessions/sessions";
import { newRecoveryCode, normalizeRecoveryCode } from "./recovery-code";
import type { SecondFactors } from "#server/core/users/second-factors";
import { recoveryCodes } from "#server/core/users/two-factor-table";

const COUNT = 10;

/** Creates recovery codes for the first second factor of a user; null if the user already has codes. */
export function recoveryCodesIfFirst(
  ctx: AccountCall,
  userId: string,
  factors: SecondFactors,
): string[] | null {
  if (factors.recoveryCodes > 0) return null;
  // If two second factors are added in parallel, the later call is retried and finds the codes of the other call.
  ctx.work.guard(
    sql`not exists (select 1 from ${recoveryCodes} where user_id = ${userId})`,
    conflictRetry,
  );
  return addRecoveryCodes(ctx, userId);
}

/**
 * Deletes the recovery codes if the user has no second factor left. Call this function after the removal of a second
 * factor: the batch checks what is left, so two parallel removals delete the codes too.
 */
export function deleteRecoveryCodesWithLastFactor(
  ctx: AccountCall,
  userId: string,
): void {
  ctx.work.write({
    sql: `delete from recovery_codes where user_id = ?
      and not exists (select 1 from totp_secrets where user_id = ? and confirmed_at is not null)
      and not exists (select 1 from passkeys where user_id = ?)`,
    args: [userId, userId, userId],
  });
}

/**
 * Replaces all recovery codes of the user by new ones.
 * @throws DomainError `NO_SECOND_FACTOR`, `REAUTHENTICATION_REQUIRED`
 */
export async function newRecoveryCodes(
  ctx: AccountCall,
  { user, session }: SignedIn,
): Promise<{ recoveryCodes: string[] }> {
  requireRecentAuthentication(session.authenticatedAt, ctx.work.now);
  ctx.work.guard(
    sql`exists (select 1 from totp_secrets where user_id = ${user.id} and confirmed_at is not null)
      or exists (select 1 from passkeys where user_id = ${user.id})`,
    () => new DomainError("NO_SECOND_FACTOR"),
  );
  ctx.work.write(deleteStatement(recoveryCodes, { userId: user.id }));
  const codes = addRecoveryCodes(ctx, user.id);
  const link = ctx.services.links.forgotPassword();
  await ctx.post(newRecoveryCodesMail({ to: user.email, link }), {
    kind: "notice",
  });
  return { recoveryCodes: codes };
}

function addRecoveryCodes({ work }: AccountCall, userId: string): string[] {
  const codes = Array.from({ length: COUNT }, newRecoveryCode);
  for (const code of codes)
    work.write(
      insertStatement(recoveryCodes, {
        id: newId("recoveryCode"),
        userId,
        codeHash: hashToken(normalizeRecoveryCode(code)),
        createdAt: work.now,
      }),
    );
  return codes;
}
