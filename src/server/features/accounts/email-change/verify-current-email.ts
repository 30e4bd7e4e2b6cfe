import { invalidField } from "#server/kernel/errors";
import { ownAddressMail } from "./mail";
import type { AccountCall } from "../account-call";
import { guardSignedIn } from "../sessions/service";
import type { SignedIn } from "#server/core/sessions/sessions";
import { emailLinkKind, replaceEmailLink, limitEmailLinks } from "./link";

/**
 * Mails a verification link to the current, unverified address. The address does not change, so no reauthentication is
 * needed.
 * @throws DomainError `INVALID_INPUT` when the address is verified already, `RATE_LIMITED`
 */
export async function verifyCurrentEmail(
  ctx: AccountCall,
  signedIn: SignedIn,
): Promise<void> {
  const { user } = signedIn;
  if (user.emailVerifiedAt !== null)
    throw invalidField("email", "EMAIL_UNCHANGED");
  await ctx.services.limits.consumeClient("mailPerClient", ctx.request.address);
  await limitEmailLinks(ctx, emailLinkKind(ctx, "verify", user.id), user.email);
  guardSignedIn(ctx.work, signedIn);
  await mailVerificationLink(ctx, user);
}

/** Mails the verification link, which works only in a session of the user. The caller has counted the mail. */
export async function mailVerificationLink(
  ctx: AccountCall,
  { id, email }: { id: string; email: string },
): Promise<void> {
  const token = replaceEmailLink(ctx, id, email);
  const link = ctx.services.links.emailChange(token);
  const mail = ownAddressMail({ to: email, link });
  await ctx.post(mail, emailLinkKind(ctx, "verify", id));
}
