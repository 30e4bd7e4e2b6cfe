import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatList } from "#client/lib/formats/number.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  loading: "Ihre Einladung",
  title: (organization) => `${organization} beitreten`,
  invitedBy: (name) => `${name} hat Sie eingeladen`,
  messageFrom: (name) => `Nachricht von ${name}`,
  role: "Ihre Rolle",
  email: "Für",
  domains: (domains) =>
    `E-Mail-Adressen bei ${formatList(domains, "disjunction")}`,
  expires: "Läuft ab",
  signInRow: "Anmeldung",
  twoFactor: "Zwei-Faktor-Authentifizierung erforderlich",
  twoFactorText: "Sie können sie nach dem Beitritt einrichten.",
  accept: "Einladung annehmen",
  decline: "Ablehnen",
  join: "Beitreten",
  notNow: "Nicht jetzt",
  signedInAs: (email) => `Sie sind als ${email} angemeldet.`,
  hasAccount: "Sie haben schon ein Konto. Melden Sie sich an, um anzunehmen.",
  signInToAccept: "Anmelden und annehmen",
  haveAccount: "Sie haben schon ein Konto?",
  signInToJoin: "Anmelden und beitreten",
  noConfirmation:
    "Erstellen Sie ein Konto, um beizutreten. Eine Bestätigung per E-Mail ist nicht nötig.",
  confirmFirst:
    "Erstellen Sie ein Konto, um beizutreten. Wir schicken Ihnen einen Link, mit dem Sie Ihre Adresse bestätigen.",
  signUp: "Konto erstellen, um beizutreten",
  signUpAndJoin: "Konto erstellen und beitreten",
  wrong: {
    title: "Diese Einladung gilt für eine andere E-Mail-Adresse",
    invited: "Eingeladen",
    signedIn: "Angemeldet",
    text: (invited, inviter, signedIn) =>
      `Melden Sie sich ab und fahren Sie als ${invited} fort, oder bitten Sie ${inviter} um eine Einladung an ${signedIn}.`,
    action: "Abmelden und fortfahren",
    stay: "Angemeldet bleiben",
  },
  declined: {
    title: "Einladung abgelehnt",
    text: (organization) =>
      `Sie sind kein Mitglied von ${organization}. Wenn Sie es sich anders überlegen, bitten Sie um eine neue Einladung.`,
  },
  joined: {
    title: (organization) => `Sie sind ${organization} beigetreten`,
    text: "Die Organisation wird geöffnet…",
  },
  invalid: {
    title: "Diese Einladung ist nicht mehr gültig",
    text: "Sie ist vielleicht abgelaufen, wurde verwendet oder zurückgezogen. Bitten Sie um eine neue.",
  },
  notOpened: "Die Einladung konnte nicht geöffnet werden",
  retry: "Erneut versuchen",
  notJoined: "Sie sind noch nicht beigetreten",
  toStart: "Zur Startseite",
  toSignIn: "Anmelden",
  noSeat:
    "Die Organisation hat keine freien Plätze. Bitten Sie einen Admin um einen Platz und versuchen Sie es dann erneut: Ihre Einladung bleibt gültig.",
};

export default GERMAN;
