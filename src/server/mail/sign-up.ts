import { letter } from "./layout";
import type { Mail } from "./post";

/** Without the name that was given: anybody may write anything there, and send it to anybody. */
export function verificationMail({
  to,
  link,
}: {
  to: string;
  link: string;
}): Mail {
  return letter({
    to,
    subject: "Confirm your email address",
    paragraphs: [
      "Confirm that this address is yours and your account is ready.",
      "Open the link in the browser you signed up with and you are signed in at once.",
    ],
    action: { label: "Confirm the address", url: link },
    footnote:
      "The link works once, for 24 hours. If you did not sign up, ignore this mail: nothing was created.",
  });
}

export function accountExistsMail({
  to,
  link,
}: {
  to: string;
  link: string;
}): Mail {
  return letter({
    to,
    subject: "You already have an account",
    paragraphs: [
      "Somebody, probably you, tried to sign up with this address. There is an account for it already, so nothing was changed.",
    ],
    action: { label: "Sign in", url: link },
    footnote:
      "If it was not you, ignore this mail: nobody learned that you have an account.",
  });
}
