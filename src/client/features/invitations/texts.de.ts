import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const invitations = (count: number) =>
  count === 1 ? "1 Einladung" : `${count} Einladungen`;

const GERMAN: TranslationOf<typeof texts> = {
  verbs: {
    kind: "Personen",
    pending: "Offene Einladung",
    open: "In der Liste zeigen",
    resend: "Erneut senden…",
    copyLink: "Link kopieren…",
    copyEmail: "E-Mail-Adresse kopieren",
    revoke: "Zurückziehen…",
  },
  invitation: {
    gone: "Diese Einladung wurde angenommen, abgelehnt oder zurückgezogen.",
  },
  resendDialog: {
    title: "Einladung erneut senden",
    text: "Der neue Link läuft nach 7 Tagen ab. Frühere Links funktionieren dann nicht mehr.",
    resentTo: (email) => `Einladung erneut an ${email} gesendet`,
    failed: "Die Einladung konnte nicht erneut gesendet werden.",
    notSent: "Die Einladung wurde nicht gesendet",
    notSentText:
      "Diese Adresse hat heute zu viele Einladungen erhalten. Senden Sie sie morgen erneut.",
    to: "An",
    role: "Rolle",
    cancel: "Abbrechen",
    resend: "Erneut senden",
  },
  revokeDialog: {
    text: (email) => [
      "Der Link, den wir an ",
      email,
      " geschickt haben, funktioniert dann nicht mehr. Auch kopierte Links enden.",
    ],
    revoked: "Einladung zurückgezogen",
    title: "Diese Einladung zurückziehen?",
    revoke: "Zurückziehen",
  },
  copyLink: {
    title: "Einladungslink kopieren",
    text: (email) => [
      "Nur ",
      email,
      " kann den Link verwenden. Wer noch kein Konto hat, bestätigt vor dem Beitritt die E-Mail-Adresse.",
    ],
    replaces:
      "Der Link in der E-Mail bleibt gültig. Ein früher kopierter Link funktioniert dann nicht mehr.",
    failed: "Der Link konnte nicht erstellt werden.",
    resendFirst:
      "Die Einladung ist abgelaufen, oder ihr Absender kann diese Rolle nicht mehr vergeben. Senden Sie sie erneut, und kopieren Sie dann den Link.",
    cancel: "Abbrechen",
    create: "Link erstellen",
    createdTitle: "Link kopieren",
    created: "Kopieren Sie ihn jetzt: Er wird nicht noch einmal angezeigt.",
  },
  shownLink: {
    label: "Link",
    copy: "Link kopieren",
    done: "Fertig",
  },
  bulk: {
    title: {
      resend: (count) => `${invitations(count)} erneut senden?`,
      revoke: (count) => `${invitations(count)} zurückziehen?`,
    },
    text: {
      resend:
        "Alle erhalten einen neuen Link, der nach 7 Tagen abläuft. Frühere Links funktionieren dann nicht mehr.",
      revoke: "Die Links funktionieren dann nicht mehr.",
    },
    confirm: { resend: "Erneut senden", revoke: "Zurückziehen" },
    done: {
      resend: (count) => `${invitations(count)} erneut gesendet`,
      revoke: (count) => `${invitations(count)} zurückgezogen`,
    },
    resendExpired: (count) => `Abgelaufene erneut senden (${count})`,
    failed: "Die Einladungen konnten nicht geändert werden.",
    partial: (done, all) =>
      `${done} von ${all === 1 ? "1 Einladung" : `${all} Einladungen`} erneut gesendet`,
    skipped: "Übersprungen:",
    reasons: {
      PERMISSION_DENIED: "Diese Rolle hat mehr Rechte als Ihre.",
      RATE_LIMITED:
        "Hat 3 Einladungen in einer Stunde erhalten. Versuchen Sie es später erneut.",
    },
    cancel: "Abbrechen",
    close: "Schließen",
  },
};

export default GERMAN;
