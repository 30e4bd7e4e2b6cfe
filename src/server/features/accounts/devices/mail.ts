import { describeDevice } from "#shared/device";
import { letter } from "#server/kernel/mail/layout";
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
  /** As the device named itself; empty when it did not. */
  userAgent: string;
  address: string;
  /** Milliseconds since 1970 UTC. */
  at: number;
  /** The page that lists where the person is signed in. */
  link: string;
}): Mail {
  return letter({
    to,
    subject: "New sign-in to your account",
    paragraphs: [
      "Somebody, probably you, signed in to your account on a device that has not signed in to it before.",
    ],
    facts: [
      ["Device", deviceName(userAgent)],
      ["IP address", address],
      ["Time", formatMoment(at)],
    ],
    action: { label: "See your sessions", url: link },
    advice: [
      "If it was you, there is nothing to do.",
      "If it was not you, somebody knows how to sign in as you: sign that device out there, then change your password.",
    ],
    footnote:
      "You get this mail when a device signs in to your account for the first time, and for the first time after your password changed.",
  });
}

/**
 * A device as mails name it. A program may call itself anything: neither a sentence nor a link of it may stand in a
 * mail.
 */
export function deviceName(userAgent: string): string {
  const name = describeDevice(userAgent);
  const isPlain = /^(?:\w+ on \w+|[\w-]{1,30}(?:\/[\d.]{1,15})?)$/.test(name);
  return isPlain ? name : "An unknown device";
}
