import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Verbundene Konten",
  description:
    "Konten, mit denen Sie sich neben Passwort und Passkeys anmelden können.",
  list: "Verbunden",
  since: "Verbunden",
  lastUsed: "zuletzt verwendet",
  never: "nie verwendet",
  unavailable: "Nicht verfügbar",
  unavailableText:
    "Dieser Anmeldedienst ist abgeschaltet. Sie können sich damit nicht anmelden.",
  disconnect: "Trennen",
  disconnectLabel: (provider, label) => `${provider} trennen, ${label}`,
  confirmTitle: (provider) => `${provider} trennen?`,
  confirmText: (label) =>
    `Sie können sich dann nicht mehr mit ${label} anmelden. Sie können das Konto jederzeit wieder verbinden.`,
  disconnected: (provider) => `${provider} getrennt`,
  more: "Konto verbinden",
  moreText:
    "Melden Sie sich mit einem Klick an. Vor dem Verbinden müssen Sie eventuell Ihre Identität bestätigen.",
  connect: (provider) => `${provider} verbinden`,
  empty: "Keine verbundenen Konten",
  emptyText:
    "Verbinden Sie ein Konto, um sich mit einem Klick anzumelden. Ihre bisherigen Anmeldemethoden funktionieren weiter.",
  noProviders: "Keine Anmeldedienste verfügbar",
  noProvidersText: "Die Administration Ihres Servers kann sie einrichten.",
};

export default GERMAN;
