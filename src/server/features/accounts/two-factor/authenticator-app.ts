import { updateStatement } from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import { authenticatorAddedMail, authenticatorRemovedMail } from "./mail";
import { together } from "#server/kernel/db/together";
import type { AccountCall } from "../account-call";
import { knownDeviceId } from "../devices/known-device";
import { requireRecentAuthentication } from "#server/core/sessions/reauthentication";
import type { SignedIn } from "#server/core/sessions/sessions";
import { readSecondFactors } from "#server/core/users/second-factors";
import { renewSession } from "../sessions/start-session";
import {
  deleteRecoveryCodesWithLastFactor,
  recoveryCodesIfFirst,
} from "./recovery-codes";
import { totpSecrets } from "#server/core/users/two-factor-table";
import { findSecret, type StoredSecret, unusedTimeStep } from "./secret";
import { parseAppCode, invalidCode, verifySecondFactorGuess } from "./use-code";
import { newTotpSecret, totpUri } from "./totp";

/**
 * Creates a secret for an authenticator app. It has no effect before `confirmTotp`, and a later call replaces it.
 * @throws DomainError `REAUTHENTICATION_REQUIRED`, `TOTP_EXISTS`
 */
export function startTotp(ctx: AccountCall, { user, session }: SignedIn) {
  const { now } = ctx.work;
  requireRecentAuthentication(session.authenticatedAt, now);
  const secret = newTotpSecret();
  const sealed = ctx.services.sealers.totp.seal(secret);
  ctx.work.write({
    sql: `insert into totp_secrets (user_id, sealed, last_step, created_at) values (?, ?, 0, ?)
      on conflict (user_id) do update set sealed = excluded.sealed, last_step = 0, created_at = excluded.created_at
      where confirmed_at is null`,
    args: [user.id, sealed, now],
  });
  ctx.work.guardRowChanged(appExists);
  return { secret, uri: totpUri(secret, user.email) };
}

/** Turns the authenticator app on with its first code. From then on, each sign-in needs a second factor. */
export async function confirmTotp(
  ctx: AccountCall,
  signedIn: SignedIn,
  code: string,
): Promise<{ recoveryCodes: string[] | null }> {
  const { id: userId, email } = signedIn.user;
  const [secret, device, factors] = await together([
    findSecret(ctx, userId, { isConfirmed: false }),
    knownDeviceId(ctx, userId),
    readSecondFactors(ctx.db, userId),
  ]);
  if (!secret) throw noAppToConfirm();
  const { sealed } = secret;
  const step = await verifyFirstCode(ctx, device ?? userId, { secret, code });
  ctx.work.write(
    updateStatement(
      totpSecrets,
      { confirmedAt: ctx.work.now, lastStep: step },
      { userId, sealed, lastStep: 0 },
    ),
  );
  ctx.work.guardRowChanged(invalidCode);
  const recoveryCodes = recoveryCodesIfFirst(ctx, userId, factors);
  await renewSession(ctx, signedIn);
  const link = ctx.services.links.forgotPassword();
  await ctx.post(authenticatorAddedMail({ to: email, link }), {
    kind: "notice",
  });
  return { recoveryCodes };
}

// The limit for wrong codes applies, because an attacker with a stolen session could guess a code.
async function verifyFirstCode(
  ctx: AccountCall,
  deviceOrUserId: string,
  { secret, code }: { secret: StoredSecret; code: string },
): Promise<number> {
  let step: number | undefined;
  await verifySecondFactorGuess(ctx, deviceOrUserId, async () => {
    step = unusedTimeStep(ctx, secret, parseAppCode(code) ?? "");
    return step !== undefined;
  });
  if (step === undefined) throw invalidCode();
  return step;
}

/** Removes the authenticator app. If no passkey is left either, a sign-in needs no second factor any more. */
export async function removeTotp(
  ctx: AccountCall,
  { user, session }: SignedIn,
): Promise<void> {
  requireRecentAuthentication(session.authenticatedAt, ctx.work.now);
  ctx.work.write({
    sql: "delete from totp_secrets where user_id = ? and confirmed_at is not null",
    args: [user.id],
  });
  ctx.work.guardRowChanged(() => new DomainError("NOT_FOUND"));
  deleteRecoveryCodesWithLastFactor(ctx, user.id);
  const link = ctx.services.links.forgotPassword();
  await ctx.post(authenticatorRemovedMail({ to: user.email, link }), {
    kind: "notice",
  });
}

function appExists(): DomainError {
  return new DomainError("TOTP_EXISTS");
}

function noAppToConfirm(): DomainError {
  return new DomainError("NOT_FOUND");
}
