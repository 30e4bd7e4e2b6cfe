import { describeDevice } from "#shared/device";
import { composeMail } from "#server/kernel/mail/layout";
import { formatMoment } from "#server/kernel/mail/moment";
import type { Mail } from "#server/kernel/mail/post";

export function newDeviceMail({
  to,
  userAgent,
  address,
  at,
  link,
}: {
  to: string;
  /** The user agent of the sign-in; empty if the request had none. */
  userAgent: string;
  address: string;
  /** The time of the sign-in, in milliseconds since 1970 UTC. */
  at: number;
  /** The page that lists the sessions. */
  link: string;
}): Mail {
  return composeMail({
    to,
    subject: "New sign-in to your account",
    paragraphs: ["Your account was signed in to from a new device."],
    facts: [
      ["Device", deviceName(userAgent)],
      ["IP address", address],
      ["Time", formatMoment(at)],
    ],
    action: { label: "Review your sessions", url: link },
    advice: [
      "If this was you, you don't need to do anything.",
      "If it wasn't, sign that device out on the sessions page, then change your password.",
    ],
    footnote:
      "We send this email when a device signs in to your account for the first time, or for the first time after a password change.",
  });
}

/** Returns a device name for a mail. A user agent is free text, so a possible sentence or link is replaced. */
export function deviceName(userAgent: string): string {
  const name = describeDevice(userAgent);
  const isPlain = /^(?:\w+ on \w+|[\w-]{1,30}(?:\/[\d.]{1,15})?)$/.test(name);
  return isPlain ? name : "An unknown device";
}
