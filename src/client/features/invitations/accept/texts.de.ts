import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  loading: "Ihre Einladung",
  title: (organization) => `${organization} beitreten`,
  invitedBy: (name) => `${name} lädt Sie ein.`,
  role: "Ihre Rolle",
  address: "Für",
  expires: "Läuft ab",
  signInThere: "Anmeldung",
  secondFactor: "Zwei-Faktor-Anmeldung erforderlich",
  secondFactorText: "Sie können sie nach dem Beitritt einrichten.",
  accept: "Einladung annehmen",
  decline: "Ablehnen",
  signInToAccept: "Anmelden und annehmen",
  hasAccount:
    "Zu dieser Adresse gibt es ein Konto. Melden Sie sich an, um zu antworten.",
  signUpAndJoin: "Konto anlegen und beitreten",
  newHere:
    "Legen Sie ein Konto an, um beizutreten. Eine zweite E-Mail zur Bestätigung ist nicht nötig.",
  wrong: {
    title: "Diese Einladung gilt für eine andere Adresse",
    invited: "Eingeladen",
    signedIn: "Angemeldet",
    text: "Melden Sie sich ab und fahren Sie mit der eingeladenen Adresse fort: Die Einladung bleibt hier offen. Oder bitten Sie um eine Einladung an die Adresse, die Sie verwenden.",
    action: "Abmelden und fortfahren",
    stay: "Angemeldet bleiben",
  },
  declined: {
    title: "Sie haben die Einladung abgelehnt",
    text: (organization) =>
      `Sie sind kein Mitglied von ${organization}. Wenn Sie es sich anders überlegen, bitten Sie um eine neue Einladung.`,
  },
  joined: {
    title: (organization) => `Sie sind ${organization} beigetreten`,
    text: "Die Organisation wird geöffnet …",
  },
  invalid: {
    title: "Ungültige Einladung",
    text: "Sie wurde benutzt, zurückgezogen, durch eine neuere ersetzt oder ist abgelaufen. Bitten Sie die Person, die Sie eingeladen hat, um eine neue.",
  },
  failed: {
    title: "Die Einladung konnte nicht geöffnet werden",
    retry: "Erneut versuchen",
  },
  notAccepted: "Sie sind noch nicht beigetreten",
  toStart: "Zur Startseite",
  toSignIn: "Anmelden",
  noSeat:
    "Dort sind alle Plätze vergeben. Bitten Sie die Person, die Sie eingeladen hat, oder einen Admin, Platz zu schaffen. Kommen Sie dann wieder: Sie können noch beitreten.",
};

export default GERMAN;
