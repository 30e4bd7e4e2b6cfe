import { and, desc, eq, gt, isNotNull } from "drizzle-orm";
import type { Context } from "../context";
import { hashToken } from "../crypto";
import { signUps } from "./schema";
import { signUpBrowser } from "./sign-up-browser";

/**
 * The attempt to sign up that a caller without an account means: the newest of their browser, otherwise the newest.
 * Somebody else's attempt for the same address must not take the place of their own.
 * @param options withPassword passes over those with an account elsewhere
 */
export function findSignUp(
  ctx: Context,
  email: string,
  { withPassword = false }: { withPassword?: boolean } = {},
) {
  const browserHash = hashToken(signUpBrowser.read(ctx) ?? "");
  return ctx.db.drizzle
    .select()
    .from(signUps)
    .where(
      and(
        eq(signUps.email, email),
        gt(signUps.expiresAt, ctx.services.now()),
        withPassword ? isNotNull(signUps.passwordHash) : undefined,
      ),
    )
    .orderBy(desc(eq(signUps.browserHash, browserHash)), desc(signUps.id))
    .get();
}
