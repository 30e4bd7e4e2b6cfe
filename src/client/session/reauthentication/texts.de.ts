import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Bestätigen Sie, dass Sie es sind",
  text: "Das ist eine heikle Änderung. In den nächsten 10 Minuten werden Sie nicht erneut gefragt.",
  failed: "Sie sind noch nicht bestätigt",
  password: "Passwort",
  noPassword: "Geben Sie Ihr Passwort ein.",
  code: "Code aus Ihrer Authenticator-App",
  noCode: "Geben Sie die 6 Ziffern ein, die Ihre App zeigt.",
  useCode: "Code Ihrer App verwenden",
  usePassword: "Passwort verwenden",
  usePasskey: "Passkey verwenden",
  continueWith: (provider) => `Weiter mit ${provider}`,
  comeBack:
    "Sie kommen auf diese Seite zurück. Tun Sie dann noch einmal, was Sie tun wollten.",
  or: "oder",
  cancel: "Abbrechen",
  confirm: "Bestätigen",
  noWay: {
    title: "Hier gibt es dafür keinen Weg",
    text: "Dieser Browser kann Ihren Passkey nicht verwenden. Setzen Sie über unsere E-Mail ein Passwort und versuchen Sie es erneut.",
    link: "Passwort setzen",
  },
};

export default GERMAN;
