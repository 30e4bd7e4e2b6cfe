import { deviceName } from "../devices/mail";
import { letter } from "#server/kernel/mail/layout";
import { formatMoment } from "#server/kernel/mail/moment";
import type { Mail } from "#server/kernel/mail/post";

interface Attempt {
  link: string;
  /** As the browser that asked named itself; empty when it did not. */
  userAgent: string;
  /** When it asked, in milliseconds since 1970 UTC. */
  at: number;
}

type SignUpMail = Attempt & { to: string };

/** Without the name that was given: anybody may write anything there, and send it to anybody. */
export function verificationMail({
  to,
  link,
  others = [],
  ...asked
}: SignUpMail & {
  /** Attempts of other browsers with the same address, which wait as well. */
  others?: readonly Attempt[];
}): Mail {
  return letter({
    to,
    subject: "Confirm your email address",
    paragraphs: [
      "Someone signed up with this address. If it was you, confirm that the address is yours and your account is ready.",
    ],
    facts: factsOf(asked),
    action: { label: "Confirm the address", url: link },
    links: others.map((other) => ({
      label: `Sign-up of ${formatMoment(other.at)}, ${deviceName(other.userAgent)}`,
      url: other.link,
    })),
    advice: [
      "In the browser you signed up with you are signed in at once. In another browser you sign in with your password, or choose a new one.",
    ],
    footnote:
      "The link is valid for 24 hours, until the account exists. If you did not sign up, ignore this mail: nothing was created.",
  });
}

export function accountExistsMail({ to, link, ...asked }: SignUpMail): Mail {
  return letter({
    to,
    subject: "You already have an account",
    paragraphs: [
      "Someone, probably you, tried to sign up with this address. There is an account for it already, so nothing was changed.",
    ],
    facts: factsOf(asked),
    action: { label: "Sign in", url: link },
    advice: [
      "If you do not know its password, ask for a new one on that page.",
    ],
    footnote:
      "If it was not you, ignore this mail: the sender did not learn that you have an account.",
  });
}

function factsOf({ userAgent, at }: Pick<SignUpMail, "userAgent" | "at">) {
  return [
    ["Time", formatMoment(at)],
    ["Browser", deviceName(userAgent)],
  ] as const;
}
