import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Verbundene Konten",
  description:
    "Konten bei anderen Diensten, die Sie hier anmelden, neben Passwort und Passkeys.",
  list: "Verbunden",
  since: "Verbunden",
  lastUsed: "zuletzt benutzt",
  never: "nie benutzt",
  unavailable: "Nicht in Gebrauch",
  unavailableText:
    "Wer diese Seite betreibt, hat diesen Dienst abgeschaltet; er meldet niemanden an.",
  disconnect: "Trennen",
  disconnectLabel: (provider, label) => `${provider} trennen, ${label}`,
  ask: (provider) => `${provider} trennen?`,
  askText: (label) =>
    `${label} meldet Sie nicht mehr an. Sie können es jederzeit wieder verbinden.`,
  disconnected: (provider) => `${provider} wurde getrennt`,
  more: "Konto verbinden",
  moreText:
    "Es meldet Sie mit einem Klick an. Vielleicht müssen Sie vorher bestätigen, dass Sie es sind.",
  connect: (provider) => `${provider} verbinden`,
  empty: "Kein Konto ist verbunden",
  emptyText:
    "Verbinden Sie eines, und es meldet Sie mit einem Klick an. Womit Sie sich jetzt anmelden, funktioniert weiter.",
  nothing: "Nichts zu verbinden",
  nothingText:
    "Wer diese Seite betreibt, hat keinen anderen Dienst zur Anmeldung eingerichtet.",
};

export default GERMAN;
