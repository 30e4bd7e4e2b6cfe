import { deviceName } from "../devices/mail";
import { letter } from "#server/kernel/mail/layout";
import { formatMoment } from "#server/kernel/mail/moment";
import type { Mail } from "#server/kernel/mail/post";

interface Notice {
  to: string;
  /** The page that mails the way to a new password. */
  link: string;
}

/** Whoever could change a second factor is signed in: a new password alone puts them out. */
const IF_NOT_YOU =
  "If it was you, there is nothing to do. If it was not, choose a new password at once, which signs out every device, and tell whoever runs this service.";

export function authenticatorAddedMail({ to, link }: Notice): Mail {
  return letter({
    to,
    subject: "Two-factor authentication was switched on",
    paragraphs: [
      "An authenticator app was added to your account. From now on you sign in with your password and a code from that app.",
      IF_NOT_YOU,
    ],
    action: { label: "It was not me", url: link },
    footnote:
      "Keep your recovery codes where you find them without your phone: each signs you in once.",
  });
}

export function authenticatorRemovedMail({ to, link }: Notice): Mail {
  return letter({
    to,
    subject: "Your authenticator app was removed",
    paragraphs: [
      "The authenticator app of your account was removed. Its codes do not sign you in any more.",
      IF_NOT_YOU,
    ],
    action: { label: "It was not me", url: link },
    footnote:
      "You get this mail whenever a second factor of your account is removed.",
  });
}

export function newRecoveryCodesMail({ to, link }: Notice): Mail {
  return letter({
    to,
    subject: "You have new recovery codes",
    paragraphs: [
      "New recovery codes were made for your account. The old ones do not work any more.",
      IF_NOT_YOU,
    ],
    action: { label: "It was not me", url: link },
    footnote: "You get this mail whenever new recovery codes are made.",
  });
}

export function recoveryCodeUsedMail({
  to,
  left,
  link,
}: {
  to: string;
  left: number;
  /** The page that makes new ones. */
  link: string;
}): Mail {
  return letter({
    to,
    subject: "A recovery code was used",
    paragraphs: [
      `Somebody, probably you, used a recovery code of your account. ${inWords(left)}`,
      "If it was you and you have your second factor again, there is nothing to do. If you lost it, set up another one. If it was not you, choose a new password and make new recovery codes at once.",
    ],
    action: { label: "Look at two-factor authentication", url: link },
    footnote:
      "You get this mail whenever a recovery code of your account is used.",
  });
}

export function wrongCodesMail({
  to,
  userAgent,
  address,
  at,
  link,
}: {
  to: string;
  /** As the device named itself; empty when it did not. */
  userAgent: string;
  address: string;
  /** Of the third wrong code, in milliseconds since 1970 UTC. */
  at: number;
  /** The page that mails the way to a new password. */
  link: string;
}): Mail {
  return letter({
    to,
    subject: "Someone entered your password and a wrong code",
    paragraphs: [
      "Someone signed in with your password and then entered three wrong codes of your second factor. They are not signed in.",
    ],
    facts: [
      ["Device", deviceName(userAgent)],
      ["IP address", address],
      ["Time", formatMoment(at)],
    ],
    action: { label: "Choose a new password", url: link },
    advice: [
      "If it was you, there is nothing to do.",
      "If it was not you, that person knows your password: choose a new one at once.",
    ],
    footnote:
      "You get this mail at the third wrong code of a day. After 30 wrong codes in a day no other code is accepted.",
  });
}

export function secondFactorResetMail({
  to,
  link,
}: {
  to: string;
  /** Where to sign in, and set up a new one. */
  link: string;
}): Mail {
  return letter({
    to,
    subject: "Your second factor was removed",
    paragraphs: [
      "Whoever runs this service removed the authenticator app, the passkeys and the recovery codes of your account, and signed out every device.",
      "If you asked for it, sign in and set up a new second factor. If you did not, choose a new password and tell them at once.",
    ],
    action: { label: "Set up a second factor", url: link },
    footnote:
      "You get this mail because only the one who runs this service can do that.",
  });
}

function inWords(left: number): string {
  if (left === 0) return "It was the last one.";
  return left === 1 ? "One is left." : `${left} are left.`;
}
