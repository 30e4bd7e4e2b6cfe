import { composeMail } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";

export function accountDeletedMail({
  to,
  link,
}: {
  to: string;
  link: string;
}): Mail {
  return composeMail({
    to,
    subject: "Your account was deleted",
    paragraphs: [
      "Your account and your personal data were deleted, and you left all organizations. This can't be undone.",
      "You can sign up again with this address. That creates a new account without your previous data.",
    ],
    action: { label: "Sign up", url: link },
    footnote:
      "This is the last email about your account. If you didn't delete it, contact an admin of your organization.",
  });
}
