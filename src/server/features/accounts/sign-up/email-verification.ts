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
 * Remembers that this browser opened a link that was mailed to the address. The cookie is always made here: a value that
 * was put into the browser must not become known as the proof.
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

/** What this browser has proven and not used yet. */
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

/** @param otherwise what it means that the account came to exist since the proof was read */
export function consumeEmailVerification(
  ctx: AccountCall,
  { id }: EmailVerification,
  onViolation: OnViolation,
): void {
  ctx.work.write(deleteStatement(emailVerifications, { id }));
  ctx.work.guardRowChanged(onViolation);
  cookie.clear(ctx);
}
