import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  confirm: {
    title: "Bestätigen Sie Ihre E-Mail-Adresse",
    text: "Bestätigen Sie, dass die Adresse, an die die E-Mail ging, Ihre ist.",
    submit: "Adresse bestätigen",
    failed: "Ihre Adresse wurde nicht bestätigt",
  },
  noToken: {
    title: "Bestätigen Sie Ihre Adresse",
    text: "Öffnen Sie den Link in der E-Mail, die wir Ihnen geschickt haben. Er gilt 24 Stunden.",
  },
  confirmed: {
    title: "Ihre Adresse ist bestätigt",
    text: "In diesem Browser haben Sie sich nicht registriert. Melden Sie sich mit Ihrem Passwort an, oder wählen Sie jetzt Name und Passwort.",
    signIn: "Mit Passwort anmelden",
    choose: "Name und Passwort wählen",
  },
  choose: {
    title: "Name und Passwort wählen",
    text: "Ihr Konto bekommt sie, gleich was bei der Registrierung eingegeben wurde.",
    name: "Name",
    nameHint: "Wie Ihr Team Sie kennt.",
    password: "Passwort",
    submit: "Konto anlegen",
    failed: "Ihr Konto wurde nicht angelegt",
    havePassword: "Haben Sie bei der Registrierung ein Passwort gewählt?",
  },
  invalid: {
    title: "Dieser Link gilt nicht mehr",
    text: "Er wurde schon benutzt, durch einen neueren ersetzt, oder er ist älter als 24 Stunden. Wenn Sie Ihre Adresse bereits bestätigt haben, melden Sie sich einfach an.",
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
