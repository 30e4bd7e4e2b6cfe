import type { Translation } from "../../language/catalogue.ts";
import type { TEXTS } from "./texts.ts";

const GERMAN: Translation<typeof TEXTS> = {
  confirming: {
    title: "Ihre Adresse wird bestätigt",
    text: "Das dauert einen Moment.",
  },
  noToken: {
    title: "Bestätigen Sie Ihre Adresse",
    text: "Öffnen Sie den Link in der E-Mail, die wir Ihnen geschickt haben. Er gilt 24 Stunden.",
  },
  confirmed: {
    title: "Ihre Adresse ist bestätigt",
    text: "Sie haben den Link in einem anderen Browser geöffnet als dem, in dem Sie sich registriert haben. Melden Sie sich mit dem gewählten Passwort an.",
    action: "Anmelden",
  },
  otherBrowser: {
    title: "Öffnen Sie den Link dort, wo Sie begonnen haben",
    text: "Sie haben sich in einem anderen Browser mit einem Konto bei einem anderen Dienst registriert. Öffnen Sie den Link dort: Er wurde nicht verbraucht. Wenn Sie sich nicht registriert haben, beachten Sie die E-Mail nicht.",
  },
  invalid: {
    title: "Dieser Link gilt nicht mehr",
    text: "Er wurde schon benutzt, durch einen neueren ersetzt, oder er ist älter als 24 Stunden. Wenn Sie Ihre Adresse bereits bestätigt haben, melden Sie sich einfach an.",
  },
  failed: {
    title: "Ihre Adresse konnte nicht bestätigt werden",
    action: "Erneut versuchen",
  },
  resend: "Neuen Link schicken",
  resent:
    "Wenn diese Adresse noch zu bestätigen ist, ist ein neuer Link unterwegs. Nur der neueste gilt.",
  resendAgain: "Gleich können Sie einen weiteren Link anfordern.",
  toSignIn: "Anmelden",
  toSignUp: "Registrieren",
  resendButton: {
    notSent: "Es wurde kein Link verschickt.",
  },
};

export default GERMAN;
