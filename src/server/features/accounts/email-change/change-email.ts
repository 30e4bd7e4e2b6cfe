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
 * Mails a link to the new address and a notice to the current address. If the new address already has an account, its
 * owner gets a notice instead of the link; the response is the same, so it does not reveal the account.
 * @throws DomainError `REAUTHENTICATION_REQUIRED`, `RATE_LIMITED`
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
  // A password reset ends all sessions and cancels a pending email change. If a reset happens after the session was
  // read, this guard refuses the change, which the reset could not cancel.
  guardSignedIn(ctx.work, signedIn);
  const token = replaceEmailLink(ctx, user.id, email);
  const { links } = ctx.services;
  await ctx.post(
    isTaken
      ? emailTakenMail({ to: email, link: links.signIn() })
      : emailChangeMail({ to: email, link: links.emailChange(token) }),
    about,
  );
  // If the link to the same address is sent again, the current address gets no second notice: it would use up the limit
  // for notices, and the notice of the completed change might then be dropped.
  if (pending?.email === email) return;
  const notice = { newEmail: email, at: ctx.work.now };
  const link = links.forgotPassword();
  await ctx.post(emailChangeNotice({ to: user.email, link, ...notice }), {
    kind: "notice",
  });
}

/** Reads the new address that the user requested and has not verified yet. */
export async function readPendingEmail(ctx: Context, { user }: SignedIn) {
  const pending = await findPending(ctx, user.id);
  return {
    email: pending?.email ?? null,
    expiresAt: pending ? iso(pending.expiresAt) : null,
  };
}

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
