import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "API",
  description:
    "API-Schlüssel und Dienstkonten für Skripte, Programme und Agenten.",
  connect: "Verbinden",
  mine: "Meine Schlüssel",
  all: "Alle Schlüssel",
  serviceAccounts: "Dienstkonten",
  commands: {
    keys: "API-Schlüssel",
    createKey: "API-Schlüssel erstellen",
    createKeyWords: "neu Token Geheimnis",
    accounts: "Dienstkonten",
    createAccount: "Dienstkonto erstellen",
    createAccountWords: "neu Bot",
    connect: "Verbinden",
    connectWords: "MCP Agent SDK",
  },
};

export default GERMAN;
