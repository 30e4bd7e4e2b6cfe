import { and, eq, gt } from "drizzle-orm";
import { newId } from "#shared/id";
import type { Context } from "#server/rpc/context";
import { hashToken, newToken } from "#server/kernel/crypto";
import { deleteStatement, insertStatement } from "#server/kernel/db/statement";
import type { OnViolation } from "#server/kernel/db/unit-of-work";
import type { AccountCall } from "../account-call";
import { hostCookie } from "../host-cookie";
import { emailVerifications, type signUps } from "./table";

type Attempt = typeof signUps.$inferSelect;
export type EmailVerification = typeof emailVerifications.$inferSelect;

const VALID_SECONDS = 24 * 60 * 60;

const cookie = hostCookie("mailbox");

/**
 * Stores that this browser opened the verification link of a sign-up. The cookie gets a new value, because an attacker
 * could have planted the value in the request.
 */
export function storeEmailVerification(
  ctx: AccountCall,
  opened: Attempt,
): void {
  const replaced = cookie.read(ctx);
  const token = newToken();
  const { tokenHash, email, name, passwordHash } = opened;
  if (replaced !== undefined)
    ctx.work.write(
      deleteStatement(emailVerifications, { browserHash: hashToken(replaced) }),
    );
  ctx.work.write(
    insertStatement(emailVerifications, {
      id: newId("emailVerification"),
      browserHash: hashToken(token),
      tokenHash,
      email,
      name,
      passwordHash,
      expiresAt: ctx.work.now + VALID_SECONDS * 1000,
      createdAt: ctx.work.now,
    }),
  );
  cookie.set(ctx, token, VALID_SECONDS);
}

/** Reads the verified address of this browser, with the sign-up whose link the browser opened. */
export async function readEmailVerification(
  ctx: Context,
): Promise<EmailVerification | undefined> {
  const token = cookie.read(ctx);
  if (token === undefined) return undefined;
  return ctx.db.drizzle
    .select()
    .from(emailVerifications)
    .where(
      and(
        eq(emailVerifications.browserHash, hashToken(token)),
        gt(emailVerifications.expiresAt, ctx.services.now()),
      ),
    )
    .get();
}

/** @param onViolation the error if a parallel call used this verification or created the account */
export function consumeEmailVerification(
  ctx: AccountCall,
  { id }: EmailVerification,
  onViolation: OnViolation,
): void {
  ctx.work.write(deleteStatement(emailVerifications, { id }));
  ctx.work.guardRowChanged(onViolation);
  cookie.clear(ctx);
}
