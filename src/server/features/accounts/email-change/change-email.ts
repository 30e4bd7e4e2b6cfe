import { and, eq, gt } from "drizzle-orm";
import type { Context } from "#server/rpc/context";
import { deleteStatement } from "#server/kernel/db/statement";
import { iso } from "#server/kernel/inputs";
import { emailChangeMail, emailChangeNotice, emailTakenMail } from "./mail";
import type { AccountCall } from "../account-call";
import { guardSignedIn } from "../sessions/service";
import { requireRecentAuthentication } from "#server/core/sessions/reauthentication";
import { users } from "#server/core/users/table";
import type { SignedIn } from "#server/core/sessions/sessions";
import { verifyCurrentEmail } from "./verify-current-email";
import { emailLinkKind, replaceEmailLink, limitEmailLinks } from "./link";
import { emailChanges } from "./table";

/**
 * Mails a link to the new address, and a notice to the present one. Nothing here tells whether the new address belongs
 * to an account: for such a one the same is stored, and its owner is mailed in place of a link.
 */
export async function changeEmail(
  ctx: AccountCall,
  signedIn: SignedIn,
  email: string,
): Promise<void> {
  const { user, session } = signedIn;
  if (email === user.email) return verifyCurrentEmail(ctx, signedIn);
  requireRecentAuthentication(session.authenticatedAt, ctx.work.now);
  await ctx.services.limits.consumeClient("mailPerClient", ctx.request.address);
  const about = emailLinkKind(ctx, "email-change", user.id);
  await limitEmailLinks(ctx, about, email);
  const [pending, isTaken] = await Promise.all([
    findPending(ctx, user.id),
    hasAccount(ctx, email),
  ]);
  // A password that was reset meanwhile has ended the session, and what it asked for.
  guardSignedIn(ctx.work, signedIn);
  const token = replaceEmailLink(ctx, user.id, email);
  const { links } = ctx.services;
  await ctx.post(
    isTaken
      ? emailTakenMail({ to: email, link: links.signIn() })
      : emailChangeMail({ to: email, link: links.emailChange(token) }),
    about,
  );
  // Who has the link sent again is not told twice: it would use up what may be mailed when it is done.
  if (pending?.email === email) return;
  const notice = { newEmail: email, at: ctx.work.now };
  const link = links.forgotPassword();
  await ctx.post(emailChangeNotice({ to: user.email, link, ...notice }), {
    kind: "notice",
  });
}

/** The address that waits for its confirmation, if there is one. */
export async function readPendingEmail(ctx: Context, { user }: SignedIn) {
  const pending = await findPending(ctx, user.id);
  return {
    email: pending?.email ?? null,
    expiresAt: pending ? iso(pending.expiresAt) : null,
  };
}

/** The mailed link is dead from here on. */
export function cancelEmailChange(ctx: AccountCall, { user }: SignedIn): void {
  ctx.work.write(deleteStatement(emailChanges, { userId: user.id }));
}

function findPending({ db, services }: Context, userId: string) {
  return db.drizzle
    .select()
    .from(emailChanges)
    .where(
      and(
        eq(emailChanges.userId, userId),
        gt(emailChanges.expiresAt, services.now()),
      ),
    )
    .get();
}

async function hasAccount({ db }: Context, email: string): Promise<boolean> {
  const owner = await db.drizzle
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, email))
    .get();
  return owner !== undefined;
}
