import { letter } from "#server/kernel/mail/layout";
import { formatMoment } from "#server/kernel/mail/moment";
import type { Mail } from "#server/kernel/mail/post";

/** To the new address. Without the old one: whoever mistypes must not tell a stranger who they are. */
export function emailChangeMail({
  to,
  link,
}: {
  to: string;
  link: string;
}): Mail {
  return letter({
    to,
    subject: "Confirm your new email address",
    paragraphs: [
      "Somebody, probably you, wants to use this address for their account.",
      "If it was you, open the link in a browser where you are signed in to that account: this is the address you sign in with from then on.",
      "If you did not ask for this, ignore this mail: nothing changes.",
    ],
    action: { label: "Use this address", url: link },
    footnote:
      "The link works once, for one hour, and only the newest one works. Nobody but whoever asked for it can use it.",
  });
}

/** To the address of an account that was made without a proof of the mailbox. */
export function ownAddressMail({
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
      "An account was created with this address. Open the link in a browser that is signed in to that account, to confirm that the address is yours.",
      "Until then, the account can neither accept invitations to this address nor join an organization by its domain.",
    ],
    action: { label: "Confirm the address", url: link },
    footnote:
      "The link works once, for one hour, and only the newest one works. If you did not create the account, ignore this mail, or choose a new password with this address: that takes the account over.",
  });
}

/** To the new address, when it is the address of an account already. */
export function emailTakenMail({
  to,
  link,
}: {
  to: string;
  link: string;
}): Mail {
  return letter({
    to,
    subject: "This address has an account already",
    paragraphs: [
      "Somebody, probably you, wants to use this address for another account. There is an account for it already, so nothing was changed.",
      "To use it for the other account, first give this one another address, or delete it.",
    ],
    action: { label: "Sign in", url: link },
    footnote:
      "If it was not you, ignore this mail: nobody learned that you have an account.",
  });
}

interface Change {
  to: string;
  newEmail: string;
  /** When it was asked for or done, in milliseconds since 1970 UTC. */
  at: number;
}

/** To the address as it is: its owner may still stop it. */
export function emailChangeNotice({
  to,
  newEmail,
  at,
  link,
}: Change & {
  /** The page that mails the way to a new password. */
  link: string;
}): Mail {
  return letter({
    to,
    subject: "Your email address is about to change",
    paragraphs: [
      "Somebody, probably you, asked for another address for your account.",
      "We mailed a link to the new address. Once it is opened in a browser that is signed in to your account, you sign in with the new address, and this one opens nothing any more.",
      "If it was you, there is nothing to do here. If it was not you, choose a new password at once: that stops the change and signs everybody out.",
    ],
    facts: [
      ["New address", newEmail],
      ["Asked for", formatMoment(at)],
    ],
    action: { label: "It was not me", url: link },
    footnote:
      "You get this mail whenever somebody asks for another address for your account.",
  });
}

/** To the address as it was. */
export function emailChangedMail({ to, newEmail, at }: Change): Mail {
  return letter({
    to,
    subject: "Your email address was changed",
    paragraphs: [
      `Your address was changed to ${newEmail}. You sign in with that one from now on, and all other devices were signed out.`,
    ],
    facts: [
      ["New address", newEmail],
      ["Changed", formatMoment(at)],
    ],
    advice: [
      "If it was you, there is nothing to do.",
      "If it was not you, somebody else has your account: tell an admin of your organization at once.",
    ],
    footnote:
      "This is the last mail about your account to this address. Invitations to it do not reach your account any more.",
  });
}
