import { letter } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";

export function accountDeletedMail({
  to,
  link,
}: {
  to: string;
  link: string;
}): Mail {
  return letter({
    to,
    subject: "Your account was deleted",
    paragraphs: [
      "Your account was deleted, with everything in it that was yours alone. You have left every organization you were in.",
      "This cannot be undone. You are welcome to sign up again: that makes a new account, which knows nothing of the old one.",
      "Thank you for having been here.",
    ],
    action: { label: "Sign up again", url: link },
    footnote:
      "This is the last mail to this account. If it was not you who deleted it, tell an admin of your organizations.",
  });
}
