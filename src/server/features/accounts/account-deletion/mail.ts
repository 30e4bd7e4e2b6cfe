import type { Mail } from "#server/kernel/mail/content";

export function accountDeletedMail({
  to,
  link,
}: {
  to: string;
  link: string;
}): Mail {
  return {
    to,
    link,
    content: {
      en: {
        subject: "Your account was deleted",
        paragraphs: [
          "Your account and your personal data were deleted, and you left all your organizations. This can’t be undone.",
          "If you sign up again with this email address, you’ll get a new account without your previous data.",
        ],
        action: "Sign up",
        footnote:
          "This is the last email about your account. If you didn’t delete it, contact an admin of your organization.",
      },
      de: {
        subject: "Ihr Konto wurde gelöscht",
        paragraphs: [
          "Ihr Konto und Ihre persönlichen Daten wurden gelöscht, und Sie haben alle Organisationen verlassen. Das lässt sich nicht rückgängig machen.",
          "Wenn Sie sich mit dieser E-Mail-Adresse erneut registrieren, erhalten Sie ein neues Konto ohne Ihre bisherigen Daten.",
        ],
        action: "Registrieren",
        footnote:
          "Das ist die letzte E-Mail zu Ihrem Konto. Wenn Sie es nicht selbst gelöscht haben, wenden Sie sich an einen Admin Ihrer Organisation.",
      },
    },
  };
}
