import { composeMail } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";

export function passwordResetMail({
  to,
  link,
}: {
  to: string;
  link: string;
}): Mail {
  return composeMail({
    to,
    subject: "Reset your password",
    paragraphs: [
      "We received a request to reset the password of your account. Open the link to choose a new password.",
    ],
    action: { label: "Reset password", url: link },
    footnote:
      "The link works once and expires in one hour. Only the latest link works. If you didn't request this, ignore this email: your password stays the same.",
  });
}

export function passwordChangedMail({
  to,
  link,
}: {
  to: string;
  /** The page where the user requests a password reset link. */
  link: string;
}): Mail {
  return composeMail({
    to,
    subject: "Your password was changed",
    paragraphs: [
      "The password of your account was changed, and all other devices were signed out.",
      "If this was you, you don't need to do anything. If it wasn't, reset your password now.",
    ],
    action: { label: "This wasn't me", url: link },
    footnote:
      "We send this email whenever the password of your account changes.",
  });
}
