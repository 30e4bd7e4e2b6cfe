import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Bestätigen Sie, dass Sie es sind",
  text: "In den nächsten 10 Minuten fragen wir nicht erneut.",
  failed: "Das hat nicht geklappt",
  password: "Passwort",
  noPassword: "Geben Sie Ihr Passwort ein.",
  code: "Code aus Ihrer Authenticator-App",
  noCode: "Geben Sie den 6-stelligen Code aus Ihrer App ein.",
  useCode: "Code Ihrer App verwenden",
  usePassword: "Passwort verwenden",
  usePasskey: "Passkey verwenden",
  continueWith: (provider) => `Weiter mit ${provider}`,
  comeBack:
    "Sie kommen auf diese Seite zurück. Wiederholen Sie dann die Aktion.",
  or: "oder",
  cancel: "Abbrechen",
  confirm: "Bestätigen",
  noMethod: {
    title: "In diesem Browser können Sie nicht bestätigen, dass Sie es sind",
    text: "Dieser Browser kann Ihren Passkey nicht verwenden. Legen Sie über den Link, den wir Ihnen per E-Mail schicken, ein Passwort fest, und versuchen Sie es dann erneut.",
    link: "Passwort festlegen",
  },
};

export default GERMAN;
