import { composeMail } from "#server/kernel/mail/layout";
import { formatMoment } from "#server/kernel/mail/moment";
import type { Mail } from "#server/kernel/mail/post";

/** The mail to the new address. It omits the current address, because the new one may belong to a stranger. */
export function emailChangeMail({
  to,
  link,
}: {
  to: string;
  link: string;
}): Mail {
  return composeMail({
    to,
    subject: "Confirm your new email address",
    paragraphs: [
      "We received a request to use this address for an account.",
      "To confirm, open the link in a browser that is signed in to the account. You sign in with this address from then on.",
    ],
    action: { label: "Confirm new address", url: link },
    footnote:
      "The link works once and expires in one hour. Only the latest link works. If you didn't request this, ignore this email: nothing changes.",
  });
}

/** The mail that verifies the current address of an account, which was created with an unverified address. */
export function ownAddressMail({
  to,
  link,
}: {
  to: string;
  link: string;
}): Mail {
  return composeMail({
    to,
    subject: "Confirm your email address",
    paragraphs: [
      "An account was created with this address. To confirm it, open the link in a browser that is signed in to the account.",
      "Until then, you can't accept invitations to this address or join an organization by its domain.",
    ],
    action: { label: "Confirm email address", url: link },
    footnote:
      "The link works once and expires in one hour. Only the latest link works. If you didn't create the account, ignore this email, or reset the password to take the account over.",
  });
}

/** The mail to the new address if it already has an account. */
export function emailTakenMail({
  to,
  link,
}: {
  to: string;
  link: string;
}): Mail {
  return composeMail({
    to,
    subject: "This address already has an account",
    paragraphs: [
      "We received a request to use this address for another account, but it already has one. Nothing was changed.",
      "To use the address there, first change the address of this account, or delete it.",
    ],
    action: { label: "Sign in", url: link },
    footnote:
      "If this wasn't you, ignore this email. The other person can't see that you have an account.",
  });
}

interface Change {
  to: string;
  newEmail: string;
  /** When the change was requested or completed, in milliseconds since 1970 UTC. */
  at: number;
}

/** The mail to the current address when a change is requested, so that the owner of the account can stop it. */
export function emailChangeNotice({
  to,
  newEmail,
  at,
  link,
}: Change & {
  /** The page where the user requests a password reset link. */
  link: string;
}): Mail {
  return composeMail({
    to,
    subject: "A change of your email address was requested",
    paragraphs: [
      "We sent a confirmation link to the new address. After the link is opened, you sign in with the new address instead of this one.",
      "If this was you, you don't need to do anything here. If it wasn't, change your password now: that cancels the change and signs out all devices.",
    ],
    facts: [
      ["New address", newEmail],
      ["Requested", formatMoment(at)],
    ],
    action: { label: "This wasn't me", url: link },
    footnote:
      "We send this email whenever a change of the address of your account is requested.",
  });
}

/** The mail to the previous address after the change. */
export function emailChangedMail({ to, newEmail, at }: Change): Mail {
  return composeMail({
    to,
    subject: "Your email address was changed",
    paragraphs: [
      `You now sign in with ${newEmail}. All other devices were signed out.`,
    ],
    facts: [
      ["New address", newEmail],
      ["Changed", formatMoment(at)],
    ],
    advice: [
      "If this was you, you don't need to do anything.",
      "If it wasn't, someone else controls your account. Contact an admin of your organization now.",
    ],
    footnote:
      "This is the last email about your account to this address. Invitations sent to it no longer reach your account.",
  });
}
