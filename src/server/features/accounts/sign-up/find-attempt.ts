import { and, desc, eq, gt, isNotNull } from "drizzle-orm";
import type { Context } from "#server/rpc/context";
import { equalHashes, hashToken } from "#server/kernel/crypto";
import { signUps } from "./table";
import { MAX_RESENT } from "./attempt";
import { signUpBrowser } from "./sign-up-browser";

type Attempt = typeof signUps.$inferSelect;

/**
 * The attempt to sign up with a password that a caller without an account means: the newest of their browser, otherwise
 * the newest. An attempt of someone else for the same address must not take the place of their own.
 */
export function findSignUp(ctx: Context, email: string) {
  return live(ctx, email, isNotNull(signUps.passwordHash))
    .orderBy(
      desc(eq(signUps.browserHash, browserHashOf(ctx))),
      desc(signUps.id),
    )
    .get();
}

/** What a call for a new link sends again: the newest attempt of its own browser, or those of all browsers. */
export async function findSignUpsToResend(
  ctx: Context,
  email: string,
): Promise<Attempt[]> {
  const own = await findOwn(ctx, email);
  if (own) return [own];
  return live(ctx, email).orderBy(desc(signUps.id)).limit(MAX_RESENT);
}

/** The attempt of this browser that an opened link stands for: the opened one itself, or the newest for its address. */
export async function findOwnSignUp(
  ctx: Context,
  opened: Attempt,
): Promise<Attempt | undefined> {
  if (equalHashes(opened.browserHash, browserHashOf(ctx))) return opened;
  return findOwn(ctx, opened.email);
}

function findOwn(ctx: Context, email: string) {
  return live(ctx, email, eq(signUps.browserHash, browserHashOf(ctx)))
    .orderBy(desc(signUps.id))
    .get();
}

function live(
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

// No attempt has the hash of an empty token.
function browserHashOf(ctx: Context): string {
  return hashToken(signUpBrowser.read(ctx) ?? "");
}
