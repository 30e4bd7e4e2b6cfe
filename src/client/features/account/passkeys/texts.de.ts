import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Passkeys",
  description:
    "Melden Sie sich mit Fingerabdruck, Gesicht oder der PIN Ihres Geräts an, ohne Passwort.",
  add: "Passkey hinzufügen",
  list: "Ihre Passkeys",
  unsupported: {
    title: "Dieser Browser kennt keine Passkeys",
    text: "Um einen hinzuzufügen oder zu verwenden, öffnen Sie diese Seite in einer aktuellen Version von Chrome, Edge, Firefox oder Safari.",
  },
  empty: {
    title: "Noch keine Passkeys",
    text: "Ein Passkey ist ein Schlüssel, den Ihr Gerät oder Ihr Passwort-Manager für Sie aufbewahrt. Sie öffnen ihn so, wie Sie Ihr Gerät entsperren: Es gibt nichts zu merken und nichts, was eine gefälschte Seite Ihnen abnehmen könnte. Er gilt auch als Ihr zweiter Faktor.",
  },
  row: {
    synced: "Synchronisiert",
    syncedHint: "Ihr Passwort-Manager hält ihn auf allen Ihren Geräten bereit.",
    single: "Nur dieses Gerät",
    singleHint:
      "Er bleibt auf dem Gerät oder Sicherheitsschlüssel, auf dem er erstellt wurde.",
    added: "Hinzugefügt",
    used: "zuletzt benutzt",
    neverUsed: "nie benutzt",
    actions: (name) => `Aktionen für ${name}`,
    rename: "Umbenennen",
    remove: "Entfernen…",
  },
  adding: {
    title: "Passkey hinzufügen",
    text: "Benennen Sie ihn danach, wo er aufbewahrt wird. Ihr Browser bittet Sie dann, ihn zu erstellen.",
    name: "Name",
    hint: "Zum Beispiel „Arbeitslaptop“ oder der Name Ihres Passwort-Managers.",
    submit: "Weiter",
    failed: "Es wurde kein Passkey hinzugefügt.",
    added: (name) => `„${name}“ wurde hinzugefügt`,
    device: (browser, system) => `${browser} unter ${system}`,
    thisDevice: "Dieses Gerät",
  },
  renaming: {
    title: "Passkey umbenennen",
    name: "Name",
    submit: "Umbenennen",
    failed: "Der Passkey wurde nicht umbenannt.",
    renamed: (name) => `Umbenannt in „${name}“`,
  },
  removing: {
    title: (name) => `„${name}“ entfernen?`,
    text: "Er meldet Sie nicht mehr an. Ihr Gerät bietet ihn vielleicht weiter an, bis Sie ihn auch dort löschen.",
    last: "Es ist Ihr letzter zweiter Faktor: Danach genügt Ihr Passwort zur Anmeldung, und Ihre Wiederherstellungscodes werden gelöscht.",
    submit: "Entfernen",
    removed: (name) => `„${name}“ wurde entfernt`,
  },
  cancel: "Abbrechen",
};

export default GERMAN;
