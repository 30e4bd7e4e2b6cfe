import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Organisationen",
  description: "Ihre Organisationen und Einladungen.",
  create: "Organisation erstellen",
  yours: "Ihre Organisationen",
  empty: {
    title: "Keine aktiven Organisationen",
    text: "Erstellen Sie eine Organisation für Ihr Team, oder bitten Sie jemanden um eine Einladung.",
  },
  invitations: "Offene Einladungen",
  suspended: {
    title: "Gesperrter Zugang",
    text: "Ein Admin hat Ihren Zugang gesperrt. Ihre Arbeit bleibt erhalten. Wenden Sie sich an einen Admin, um wieder Zugang zu erhalten.",
    badge: "Gesperrt",
  },
  deleted: {
    title: "Gelöschte Organisationen",
    text: "Admins können eine Organisation bis 30 Tage nach dem Löschen wiederherstellen.",
    restore: "Wiederherstellen",
    restored: (name) => `${name} wiederhergestellt`,
    failed: "Die Organisation konnte nicht wiederhergestellt werden.",
  },
  slug: {
    taken: "Diese URL ist vergeben.",
    use: (slug) => `Stattdessen ${slug} verwenden`,
  },
  logo: {
    title: "Logo",
    text: "Wird in der Auswahl der Organisationen und den Personen angezeigt, die Sie einladen.",
    file: "Logo-Datei",
    save: "Logo speichern",
    saved: "Logo geändert",
    removed: "Logo entfernt",
    notSaved: "Das Logo konnte nicht geändert werden",
    notRemoved: "Das Logo konnte nicht entfernt werden.",
  },
  commands: {
    general: "Allgemeine Einstellungen",
    generalWords: "Organisation Name Logo Kurzname URL Zeitzone",
    security: "Sicherheit",
    securityWords: "2FA Zwei-Faktor Pflicht",
    danger: "Gefahrenzone",
    dangerWords: "löschen verlassen Admin übertragen",
    organizations: "Ihre Organisationen",
    create: "Organisation erstellen",
    createWords: "neu",
  },
};

export default GERMAN;
