import { deviceName } from "../devices/mail";
import { composeMail } from "#server/kernel/mail/layout";
import { formatMoment } from "#server/kernel/mail/moment";
import type { Mail } from "#server/kernel/mail/post";

interface Notice {
  to: string;
  /** The page where the user requests a password reset link. */
  link: string;
}

const IF_NOT_YOU =
  "If this was you, you don't need to do anything. If it wasn't, change your password now, which signs out all devices, and contact support.";

export function authenticatorAddedMail({ to, link }: Notice): Mail {
  return composeMail({
    to,
    subject: "An authenticator app was added to your account",
    paragraphs: [
      "Two-factor authentication is on: from now on, you sign in with your password and a code from the app.",
      IF_NOT_YOU,
    ],
    action: { label: "This wasn't me", url: link },
    footnote:
      "Keep your recovery codes in a place that you can reach without your phone. Each works once.",
  });
}

export function authenticatorRemovedMail({ to, link }: Notice): Mail {
  return composeMail({
    to,
    subject: "The authenticator app was removed from your account",
    paragraphs: [
      "Codes from the app no longer work for your account.",
      IF_NOT_YOU,
    ],
    action: { label: "This wasn't me", url: link },
    footnote:
      "We send this email whenever a second factor is removed from your account.",
  });
}

export function newRecoveryCodesMail({ to, link }: Notice): Mail {
  return composeMail({
    to,
    subject: "New recovery codes were created for your account",
    paragraphs: ["Your previous recovery codes no longer work.", IF_NOT_YOU],
    action: { label: "This wasn't me", url: link },
    footnote: "We send this email whenever new recovery codes are created.",
  });
}

export function recoveryCodeUsedMail({
  to,
  left,
  link,
}: {
  to: string;
  left: number;
  /** The page where the user creates new recovery codes. */
  link: string;
}): Mail {
  return composeMail({
    to,
    subject: "A recovery code was used for your account",
    paragraphs: [
      `A recovery code was used in place of your second factor. ${remaining(left)}`,
      "If this was you and you lost your second factor, set up a new one. If it wasn't you, change your password and create new recovery codes now.",
    ],
    action: { label: "Review two-factor authentication", url: link },
    footnote:
      "We send this email whenever a recovery code is used for your account.",
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
  /** The user agent of the failed sign-in; empty if the request had none. */
  userAgent: string;
  address: string;
  /** When the third wrong code was entered, in milliseconds since 1970 UTC. */
  at: number;
  /** The page where the user requests a password reset link. */
  link: string;
}): Mail {
  return composeMail({
    to,
    subject: "Failed sign-in attempts with your password",
    paragraphs: [
      "Someone entered your password and then three wrong two-factor codes. They were not signed in.",
    ],
    facts: [
      ["Device", deviceName(userAgent)],
      ["IP address", address],
      ["Time", formatMoment(at)],
    ],
    action: { label: "Change your password", url: link },
    advice: [
      "If this was you, you don't need to do anything.",
      "If it wasn't, someone knows your password. Change it now.",
    ],
    footnote:
      "We send this email after three wrong codes in a day. After 30 wrong codes in a day, no more codes are accepted.",
  });
}

export function secondFactorResetMail({
  to,
  link,
}: {
  to: string;
  /** The page where the user sets up two-factor authentication. */
  link: string;
}): Mail {
  return composeMail({
    to,
    subject: "Two-factor authentication was reset for your account",
    paragraphs: [
      "Support removed the authenticator app, the passkeys and the recovery codes from your account, and signed out all devices.",
      "If you asked for this, sign in and set up two-factor authentication again. If you didn't, change your password and contact support now.",
    ],
    action: { label: "Set up two-factor authentication", url: link },
    footnote: "Only support can reset two-factor authentication.",
  });
}

function remaining(left: number): string {
  if (left === 0) return "It was your last code.";
  return left === 1
    ? "You have one code left."
    : `You have ${left} codes left.`;
}
