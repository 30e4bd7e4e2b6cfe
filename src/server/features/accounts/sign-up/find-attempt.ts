import { and, desc, eq, gt, isNotNull } from "drizzle-orm";
import type { Context } from "#server/rpc/context";
import { equalHashes, hashToken } from "#server/kernel/crypto";
import { signUps } from "./table";
import { MAX_RESENT } from "./attempt";
import { signUpBrowser } from "./sign-up-browser";

type Attempt = typeof signUps.$inferSelect;

/**
 * Finds the pending sign-up whose password is checked at a sign-in: the newest of this browser, or else the newest of
 * all browsers. So a later sign-up of a stranger does not replace the sign-up of this browser.
 */
export function findSignUp(ctx: Context, email: string) {
  return pending(ctx, email, isNotNull(signUps.passwordHash))
    .orderBy(
      desc(eq(signUps.browserHash, browserHashOf(ctx))),
      desc(signUps.id),
    )
    .get();
}

/** Finds the pending sign-ups that get new links: the newest of this browser, or else the newest of all browsers. */
export async function findSignUpsToResend(
  ctx: Context,
  email: string,
): Promise<Attempt[]> {
  const own = await findOwn(ctx, email);
  if (own) return [own];
  return pending(ctx, email).orderBy(desc(signUps.id)).limit(MAX_RESENT);
}

/** Finds this browser's sign-up: the sign-up of the opened link, or else the newest with the same address. */
export async function findOwnSignUp(
  ctx: Context,
  opened: Attempt,
): Promise<Attempt | undefined> {
  if (equalHashes(opened.browserHash, browserHashOf(ctx))) return opened;
  return findOwn(ctx, opened.email);
}

function findOwn(ctx: Context, email: string) {
  return pending(ctx, email, eq(signUps.browserHash, browserHashOf(ctx)))
    .orderBy(desc(signUps.id))
    .get();
}

function pending(
  { db, services }: Context,
  email: string,
  condition?: ReturnType<typeof eq>,
) {
  return db.drizzle
    .select()
    .from(signUps)
    .where(
      and(
        eq(signUps.email, email),
        gt(signUps.expiresAt, services.now()),
        condition,
      ),
    );
}

// A browser without the cookie gets the hash of an empty token, which no row has.
function browserHashOf(ctx: Context): string {
  return hashToken(signUpBrowser.read(ctx) ?? "");
}
