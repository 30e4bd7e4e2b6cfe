import { deviceName } from "../devices/mail";
import { composeMail } from "#server/kernel/mail/layout";
import { formatMoment } from "#server/kernel/mail/moment";
import type { Mail } from "#server/kernel/mail/post";

interface Attempt {
  link: string;
  /** The user agent of the sign-up; empty if the request had none. */
  userAgent: string;
  /** The time of the sign-up, in milliseconds since 1970 UTC. */
  at: number;
}

type SignUpMail = Attempt & { to: string };

/** The mail omits the name from the form, because a stranger can write any text there for any address. */
export function verificationMail({
  to,
  link,
  others = [],
  ...asked
}: SignUpMail & {
  /** Further pending sign-ups with the same address, which get links in the same mail. */
  others?: readonly Attempt[];
}): Mail {
  return composeMail({
    to,
    subject: "Confirm your email address",
    paragraphs: ["Confirm this address to finish signing up."],
    facts: factsOf(asked),
    action: { label: "Confirm email address", url: link },
    links: others.map((other) => ({
      label: `Sign-up at ${formatMoment(other.at)}, ${deviceName(other.userAgent)}`,
      url: other.link,
    })),
    advice: [
      "Open the link in the browser that you signed up with to be signed in. In another browser, sign in with your password or choose a new one.",
    ],
    footnote:
      "The link expires in 24 hours. If you didn't sign up, ignore this email: no account was created.",
  });
}

export function accountExistsMail({ to, link, ...asked }: SignUpMail): Mail {
  return composeMail({
    to,
    subject: "You already have an account",
    paragraphs: [
      "Someone tried to sign up with this address, but it already has an account. Nothing was changed.",
    ],
    facts: factsOf(asked),
    action: { label: "Sign in", url: link },
    advice: [
      "If you forgot your password, you can reset it on the sign-in page.",
    ],
    footnote:
      "If this wasn't you, ignore this email. The other person can't see that you have an account.",
  });
}

function factsOf({ userAgent, at }: Pick<SignUpMail, "userAgent" | "at">) {
  return [
    ["Time", formatMoment(at)],
    ["Browser", deviceName(userAgent)],
  ] as const;
}
