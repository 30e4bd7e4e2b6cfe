import { letter } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";

export function passwordResetMail({
  to,
  link,
}: {
  to: string;
  link: string;
}): Mail {
  return letter({
    to,
    subject: "Choose a new password",
    paragraphs: [
      "Somebody, probably you, asked for a new password for your account.",
      "Open the link and choose one. Until you do, your password stays as it is.",
    ],
    action: { label: "Choose a new password", url: link },
    footnote:
      "The link works once, for one hour, and only the newest one works. If it was not you, ignore this mail: nothing was changed.",
  });
}

export function passwordChangedMail({
  to,
  link,
}: {
  to: string;
  /** The page that mails the way to a new password. */
  link: string;
}): Mail {
  return letter({
    to,
    subject: "Your password was changed",
    paragraphs: [
      "The password of your account was changed, and all other devices were signed out.",
      "If it was you, there is nothing to do. If it was not, choose a new password at once.",
    ],
    action: { label: "It was not me", url: link },
    footnote:
      "You get this mail whenever the password of your account changes.",
  });
}
