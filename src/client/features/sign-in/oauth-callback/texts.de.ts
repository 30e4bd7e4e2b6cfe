import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  other: "der Anbieter",
  finishing: (provider) => `Zurück von ${provider}`,
  moment: "Das dauert einen Moment.",
  connected: (provider) => `${provider} verbunden`,
  proven: "Bestätigt",
  provenText: "Wiederholen Sie jetzt die Aktion.",
  back: {
    "sign-in": "Zurück zur Anmeldung",
    link: "Zurück zu den verbundenen Konten",
    reauthenticate: "Zurück zur vorigen Seite",
  },
  denied: {
    title: (provider) => `Sie haben bei ${provider} abgebrochen`,
    text: "Es wurde nichts geändert. Versuchen Sie es erneut, oder wählen Sie eine andere Methode.",
  },
  expired: {
    title: "Diese Anfrage ist abgelaufen",
    text: "Sie wurde vielleicht in einem anderen Browser oder Tab begonnen, schon abgeschlossen oder hat länger als 10 Minuten gedauert. Beginnen Sie erneut.",
  },
  failed: {
    title: (provider) => `${provider} hat nicht wie erwartet geantwortet`,
    text: "Es wurde nichts geändert. Versuchen Sie es gleich noch einmal, oder wählen Sie eine andere Methode.",
  },
  notOffered: {
    title: "Diese Anmeldemethode ist nicht verfügbar",
    text: "Der Anbieter ist für diese Website nicht eingerichtet oder ausgeschaltet.",
  },
  exists: {
    title: "Sie haben schon ein Konto",
    text: (provider) =>
      `Es gibt ein Konto mit dieser E-Mail-Adresse, aber es ist nicht mit ${provider} verbunden. Melden Sie sich an wie bisher, und verbinden Sie ${provider} dann unter „Verbundene Konten“.`,
    action: "Anmelden",
    forgot: "Passwort vergessen?",
  },
  taken: {
    title: (provider) => `Dieses ${provider}-Konto wird schon verwendet`,
    text: (provider) =>
      `Dieses Konto ist mit einem anderen Benutzer verbunden. Melden Sie sich als dieser Benutzer an und trennen Sie es dort zuerst, oder verwenden Sie ein anderes ${provider}-Konto.`,
  },
  notOwn: {
    title: (provider) => `Das ist ein anderes ${provider}-Konto`,
    text: "Dieses Konto ist nicht mit Ihrem verbunden und kann deshalb nicht bestätigen, dass Sie es sind. Verwenden Sie ein verbundenes Konto.",
  },
  withoutAddress: {
    title: (provider) => `${provider} hat keine E-Mail-Adresse mitgeteilt`,
    text: (provider) =>
      `Ihr Konto braucht eine E-Mail-Adresse. Ergänzen Sie eine in Ihrem ${provider}-Konto, oder registrieren Sie sich mit Ihrer E-Mail-Adresse.`,
    action: "Mit E-Mail-Adresse registrieren",
  },
  refused: {
    title: "Die Anmeldung ist fehlgeschlagen",
    text: (provider) =>
      `Dieses ${provider}-Konto ist mit keinem Benutzer verbunden.`,
  },
};

export default GERMAN;
