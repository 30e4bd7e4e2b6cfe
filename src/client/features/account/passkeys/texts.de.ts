import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Passkeys",
  description:
    "Melden Sie sich mit Fingerabdruck, Gesicht oder Geräte-PIN statt mit einem Passwort an.",
  add: "Passkey hinzufügen",
  list: "Ihre Passkeys",
  unsupported: {
    title: "Dieser Browser unterstützt keine Passkeys",
    text: "Um einen Passkey hinzuzufügen oder zu verwenden, öffnen Sie diese Seite in einer aktuellen Version von Chrome, Edge, Firefox oder Safari.",
  },
  empty: {
    title: "Noch keine Passkeys",
    text: "Ein Passkey ist auf Ihrem Gerät oder in Ihrem Passwort-Manager gespeichert, und Sie entsperren ihn wie Ihr Gerät. Sie müssen sich nichts merken, und eine gefälschte Website kann ihn nicht stehlen. Ein Passkey zählt auch als Zwei-Faktor-Authentifizierung.",
  },
  row: {
    synced: "Synchronisiert",
    syncedHint:
      "Ihr Passwort-Manager synchronisiert diesen Passkey auf Ihre Geräte.",
    single: "Nur dieses Gerät",
    singleHint:
      "Bleibt auf dem Gerät oder Sicherheitsschlüssel, auf dem er erstellt wurde.",
    added: "Hinzugefügt",
    used: "zuletzt verwendet",
    neverUsed: "nie verwendet",
    actions: (name) => `Aktionen für ${name}`,
    rename: "Umbenennen",
    remove: "Entfernen…",
  },
  adding: {
    title: "Passkey hinzufügen",
    text: "Wählen Sie einen Namen, der den Speicherort nennt. Ihr Browser bittet Sie dann, den Passkey zu erstellen.",
    name: "Name",
    hint: "Zum Beispiel „Arbeitslaptop“ oder der Name Ihres Passwort-Managers.",
    submit: "Weiter",
    failed: "Der Passkey konnte nicht hinzugefügt werden.",
    added: (name) => `„${name}“ hinzugefügt`,
    device: (browser, system) => `${browser} unter ${system}`,
    thisDevice: "Dieses Gerät",
  },
  renaming: {
    title: "Passkey umbenennen",
    name: "Name",
    submit: "Umbenennen",
    failed: "Der Passkey konnte nicht umbenannt werden.",
    renamed: (name) => `Umbenannt in „${name}“`,
  },
  removing: {
    title: (name) => `„${name}“ entfernen?`,
    text: "Sie können sich mit diesem Passkey nicht mehr anmelden. Ihr Gerät schlägt ihn eventuell weiter vor, bis Sie ihn auch dort löschen.",
    last: "Das ist Ihr letzter zweiter Faktor. Die Zwei-Faktor-Authentifizierung wird ausgeschaltet, und Ihre Wiederherstellungscodes werden gelöscht.",
    submit: "Entfernen",
    removed: (name) => `„${name}“ entfernt`,
  },
  cancel: "Abbrechen",
};

export default GERMAN;
