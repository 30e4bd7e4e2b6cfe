import { and, eq, getTableColumns, gt, isNull, sql } from "drizzle-orm";
import { newId } from "#shared/id";
import { hashToken, newToken } from "#server/kernel/crypto";
import {
  deleteStatement,
  insertStatement,
  updateStatement,
} from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import { subjectOf } from "#server/kernel/mail/kind";
import { passwordResetMail } from "./mail";
import { refuseCommonPassword } from "#server/core/users/common-passwords";
import { passwordResets, users } from "#server/core/users/table";
import { setPassword } from "./set-password";
import {
  finishFirstFactor,
  type SignInResult,
} from "../sign-in/finish-first-factor";
import { identities } from "../linked-accounts/table";
import { passkeys } from "#server/core/users/passkeys-table";
import { toUser } from "../user";
import { startSession } from "../sessions/start-session";
import {
  recoveryCodes,
  totpSecrets,
} from "#server/core/users/two-factor-table";
import type { AccountCall } from "../account-call";

const VALID_MS = 60 * 60 * 1000;

/** Mails a reset link if the address has an account. Otherwise response and work are the same, to hide this. */
export async function forgotPassword(ctx: AccountCall, email: string) {
  const { limits, links } = ctx.services;
  await limits.consumeClient("mailPerClient", ctx.request.address);
  const user = await ctx.db.drizzle
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.email, email), isNull(users.suspendedAt)))
    .get();
  const about = { kind: "reset", expiresAt: ctx.work.now + VALID_MS } as const;
  const key = subjectOf(about, email);
  // If the limit is reached, no new link is created, and the previous link stays valid.
  if (await limits.tryConsume("mailPerRecipient", key)) {
    ctx.work.onRollback(() => void limits.giveBack("mailPerRecipient", key));
    const link = links.passwordReset(addReset(ctx, user?.id ?? null));
    const mail = passwordResetMail({ to: email, link });
    await ctx.post(mail, { ...about, isDecoy: user === undefined });
  }
  return { status: "reset_sent" as const };
}

/**
 * Sets the password with a mailed token and signs the user in, or asks for the second factor.
 * @throws DomainError `VERIFICATION_INVALID`
 */
export async function resetPassword(
  ctx: AccountCall,
  { token, password }: { token: string; password: string },
): Promise<SignInResult> {
  await refuseCommonPassword(password);
  const tokenHash = hashToken(token);
  const user = await findOwner(ctx, tokenHash);
  if (!user) throw invalid();
  const passwordHash = await ctx.services.passwords.hash(password);
  ctx.work.write(deleteStatement(passwordResets, { tokenHash }));
  ctx.work.guardRowChanged(invalid);
  ctx.work.guard(
    sql`exists (select 1 from users where id = ${user.id} and suspended_at is null)`,
    invalid,
  );
  const { emailVerifiedAt } = user;
  if (emailVerifiedAt === null) return claimAccount(ctx, user, passwordHash);
  await setPassword(ctx, user, passwordHash);
  // The mailed token proves only the mailbox, which is one factor.
  return finishFirstFactor(ctx, user, { isExpected: true });
}

/**
 * Gives an account with an unverified address to the owner of the mailbox. All other sign-in methods are deleted,
 * because another person may have created the account with this address.
 */
async function claimAccount(
  ctx: AccountCall,
  user: typeof users.$inferSelect,
  passwordHash: string,
): Promise<SignInResult> {
  const emailVerifiedAt = ctx.work.now;
  ctx.work.write(updateStatement(users, { emailVerifiedAt }, { id: user.id }));
  for (const table of [identities, passkeys, totpSecrets, recoveryCodes])
    ctx.work.write(deleteStatement(table, { userId: user.id }));
  await setPassword(ctx, user, passwordHash);
  await startSession(ctx, user, { isExpected: true });
  return { user: toUser({ ...user, emailVerifiedAt }) };
}

function addReset(ctx: AccountCall, userId: string | null): string {
  const token = newToken();
  ctx.work.write(deleteStatement(passwordResets, { userId: userId ?? "" }));
  ctx.work.write(
    insertStatement(passwordResets, {
      id: newId("passwordReset"),
      userId,
      tokenHash: hashToken(token),
      expiresAt: ctx.work.now + VALID_MS,
      createdAt: ctx.work.now,
    }),
  );
  return token;
}

function findOwner({ db, services }: AccountCall, tokenHash: string) {
  return db.drizzle
    .select(getTableColumns(users))
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .where(
      and(
        eq(passwordResets.tokenHash, tokenHash),
        gt(passwordResets.expiresAt, services.now()),
        isNull(users.suspendedAt),
      ),
    )
    .get();
}

function invalid(): DomainError {
  return new DomainError("VERIFICATION_INVALID");
}
