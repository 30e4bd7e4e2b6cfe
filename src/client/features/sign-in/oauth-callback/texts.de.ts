import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  other: "der andere Dienst",
  finishing: (provider) => `Zurück von ${provider}`,
  moment: "Das dauert einen Moment.",
  connected: (provider) => `${provider} meldet Sie von jetzt an an`,
  proven: "Sie sind bestätigt",
  provenText: "Tun Sie jetzt noch einmal, was Sie tun wollten.",
  back: {
    "sign-in": "Zurück zur Anmeldung",
    link: "Zurück zu Ihren verbundenen Konten",
    reauthenticate: "Zurück dorthin, wo Sie waren",
  },
  denied: {
    title: (provider) => `Sie haben bei ${provider} nicht fortgesetzt`,
    text: "Es wurde nichts geändert. Sie können es erneut versuchen oder einen anderen Weg wählen.",
  },
  expired: {
    title: "Das hat nicht geklappt",
    text: "Es wurde in einem anderen Browser oder Tab begonnen, schon einmal benutzt oder hat länger als zehn Minuten gedauert. Fangen Sie noch einmal an.",
  },
  failed: {
    title: (provider) => `${provider} hat nicht wie erwartet geantwortet`,
    text: "Es wurde nichts geändert. Versuchen Sie es gleich noch einmal, oder wählen Sie einen anderen Weg.",
  },
  notOffered: {
    title: "Diese Art der Anmeldung gibt es hier nicht",
    text: "Wer diese Seite betreibt, hat sie nicht eingerichtet oder abgeschaltet.",
  },
  exists: {
    title: "Sie haben schon ein Konto",
    text: (provider) =>
      `Zu dieser Adresse gibt es ein Konto, das noch nicht mit ${provider} verbunden ist. Melden Sie sich dort an wie bisher und verbinden Sie ${provider} dann unter „Verbundene Konten“.`,
    action: "Anmelden",
    forgot: "Passwort vergessen?",
  },
  taken: {
    title: (provider) => `Dieses ${provider}-Konto ist vergeben`,
    text: (provider) =>
      `Es meldet hier jemand anderen an. Melden Sie sich als diese Person an und trennen Sie es dort zuerst, oder verwenden Sie ein anderes ${provider}-Konto.`,
  },
  notOwn: {
    title: (provider) => `Das ist ein anderes ${provider}-Konto`,
    text: "Es ist nicht mit Ihrem verbunden und beweist daher nicht, dass Sie es sind. Verwenden Sie eines, das verbunden ist.",
  },
  withoutAddress: {
    title: (provider) => `${provider} nennt uns keine Adresse von Ihnen`,
    text: (provider) =>
      `Ein Konto hier braucht eine E-Mail-Adresse. Ergänzen Sie eine in Ihrem ${provider}-Konto, oder registrieren Sie sich mit Ihrer Adresse.`,
    action: "Mit Ihrer Adresse registrieren",
  },
  refused: {
    title: "Sie sind nicht angemeldet",
    text: (provider) => `Dieses ${provider}-Konto meldet hier niemanden an.`,
  },
};

export default GERMAN;
