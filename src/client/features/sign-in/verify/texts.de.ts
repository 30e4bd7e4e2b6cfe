import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  confirm: {
    title: "E-Mail-Adresse bestätigen",
    text: "Bestätigen Sie, dass diese E-Mail-Adresse Ihnen gehört.",
    submit: "E-Mail-Adresse bestätigen",
    failed: "Ihre E-Mail-Adresse konnte nicht bestätigt werden",
  },
  noToken: {
    title: "E-Mail-Adresse bestätigen",
    text: "Öffnen Sie den Link in der E-Mail, die wir Ihnen geschickt haben. Der Link läuft nach 24 Stunden ab.",
  },
  confirmed: {
    title: "E-Mail-Adresse bestätigt",
    text: "Sie haben sich nicht in diesem Browser registriert. Melden Sie sich mit dem gewählten Passwort an, oder wählen Sie jetzt Name und Passwort.",
    signIn: "Mit Passwort anmelden",
    choose: "Name und Passwort wählen",
  },
  choose: {
    title: "Name und Passwort wählen",
    text: "Diese Angaben ersetzen Name und Passwort aus der Registrierung.",
    name: "Name",
    nameHint: "Der Name, den Ihr Team sieht",
    password: "Passwort",
    submit: "Konto erstellen",
    failed: "Ihr Konto konnte nicht erstellt werden",
    havePassword: "Sie haben schon ein Passwort gewählt?",
  },
  invalid: {
    title: "Dieser Link ist nicht mehr gültig",
    text: "Der Link ist vielleicht abgelaufen, wurde verwendet oder durch einen neueren ersetzt. Wenn Sie Ihre E-Mail-Adresse schon bestätigt haben, melden Sie sich an.",
  },
  resend: "Neuen Link senden",
  resent:
    "Wenn diese Adresse noch bestätigt werden muss, haben wir einen neuen Link geschickt. Nur der neueste gilt.",
  resendAgain: "Sie können den Link gleich erneut senden.",
  toSignIn: "Anmelden",
  toSignUp: "Registrieren",
  resendButton: {
    notSent: "Der Link konnte nicht gesendet werden.",
  },
};

export default GERMAN;
