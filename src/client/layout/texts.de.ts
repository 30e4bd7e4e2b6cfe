import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  appLayout: {
    main: "Hauptnavigation",
  },
  devMailHint: {
    text: (link) => [
      "In der Entwicklung werden keine E-Mails verschickt: ",
      link,
      ".",
    ],
    link: "abgefangene E-Mails öffnen",
  },
  errorPage: {
    request: "Anfrage",
    somethingWentWrong: "Etwas ist schiefgegangen",
    goToTheStart: "Zur Startseite",
    tryAgain: "Erneut versuchen",
    text: "Die Seite konnte nicht angezeigt werden. Versuchen Sie es gleich noch einmal.",
    copyRequestId: "Anfrage-ID kopieren",
  },
  navigationSheet: {
    openNavigation: "Navigation öffnen",
    navigation: "Navigation",
    closeNavigation: "Navigation schließen",
    main: "Hauptnavigation",
  },
  noAccess: {
    notIncluded: "Ihre Rolle umfasst diese Seite nicht.",
    roleWithout: (role) => `Die Rolle ${role} umfasst diese Seite nicht.`,
    title: "Sie haben keinen Zugriff auf diese Seite",
    backToTheDashboard: "Zurück zur Übersicht",
    admins: "Bitten Sie einen Admin um Zugriff:",
  },
  notFound: {
    pageNotFound: "Seite nicht gefunden",
    goToTheStart: "Zur Startseite",
    text: "Die Seite wurde vielleicht verschoben oder gelöscht, oder Sie haben keinen Zugriff. Prüfen Sie die URL.",
  },
  languageLinks: {
    language: "Sprache",
  },
  pageLoading: {
    loading: "Wird geladen…",
  },
  settingsLayout: {
    settings: "Einstellungen",
  },
  skipLink: {
    skipToContent: "Zum Inhalt springen",
  },
  offline: "Sie sind offline. Änderungen werden nicht gespeichert.",
  reconnecting:
    "Verbindung wird wiederhergestellt… Die Anzeige ist eventuell veraltet.",
  userMenu: {
    system: "System",
    light: "Hell",
    dark: "Dunkel",
    yourAccount: (name) => `Ihr Konto, ${name}`,
    accountSettings: "Kontoeinstellungen",
    language: "Sprache",
    browserLanguage: "Browser-Standard",
    theme: "Darstellung",
    organizations: "Ihre Organisationen",
    help: "Hilfe",
    shortcuts: "Tastenkürzel",
    whatsNew: "Neuigkeiten",
    apiReference: "API-Referenz",
    support: "Support kontaktieren",
    signOut: "Abmelden",
  },
};

export default GERMAN;
