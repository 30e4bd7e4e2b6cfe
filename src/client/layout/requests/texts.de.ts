import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const translation: TranslationOf<typeof texts> = {
  ask: {
    role: "Um Zugriff bitten",
    seat: "Um einen Platz bitten",
  },
  asked: "Anfrage gesendet",
  withdraw: "Anfrage zurückziehen",
  withdrawn: "Anfrage zurückgezogen",
  notWithdrawn: "Die Anfrage konnte nicht zurückgezogen werden.",
  dialog: {
    title: {
      role: "Um Zugriff bitten?",
      seat: "Um einen Platz bitten?",
    },
    text: {
      role: "Die Admins erhalten eine E-Mail und wählen eine Rolle für Sie.",
      seat: "Die Admins erhalten eine E-Mail und können Ihnen einen Platz geben.",
    },
    message: "Nachricht",
    hint: (most) =>
      `Der Grund Ihrer Anfrage. Höchstens ${most} Zeichen, ohne Links.`,
    rest: (message) => `Links werden entfernt. Die Admins sehen: ${message}`,
    allRemoved:
      "Links werden entfernt. Von Ihrer Nachricht bleibt nichts übrig.",
    failed: "Die Anfrage konnte nicht gesendet werden.",
    cancel: "Abbrechen",
    send: "Anfrage senden",
    sent: "Anfrage gesendet. Sie erhalten eine E-Mail, wenn ein Admin antwortet.",
  },
};
export default translation;
