import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatCount } from "#client/lib/formats/number.ts";
import type { texts } from "./texts.ts";

const keys = (count: number) => `${formatCount(count)} API-Schlüssel`;

const GERMAN: TranslationOf<typeof texts> = {
  title: "Dienstkonten",
  create: "Dienstkonto erstellen",
  none: {
    title: "Keine Dienstkonten",
    text: "Erstellen Sie eines für Programme, die weiterlaufen müssen, wenn Personen gehen, zum Beispiel ein Deployment. Ein Dienstkonto hat eine Rolle und belegt keinen Platz.",
  },
  table: {
    caption: "Dienstkonten, neueste zuerst",
    name: "Name",
    role: "Rolle",
    steward: "Verantwortlich",
    keys: "API-Schlüssel",
    actions: "Aktionen",
    actionsFor: (name) => `Aktionen für das Dienstkonto ${name}`,
    keyCount: keys,
    noKeys: "Keine",
  },
  badges: {
    suspended: "Gesperrt",
    noSteward: "Niemand verantwortlich",
  },
  menu: {
    kind: "Dienstkonto",
    open: "Öffnen",
    newKey: "API-Schlüssel erstellen",
    edit: "Bearbeiten…",
    takeOver: "Verantwortung übernehmen",
    suspend: "Sperren…",
    reactivate: "Entsperren",
    delete: "Löschen…",
    aboveOwn: "Diese Rolle hat Rechte, die Sie nicht haben.",
  },
  form: {
    newTitle: "Dienstkonto erstellen",
    editTitle: (name) => `${name} bearbeiten`,
    failed: "Das Dienstkonto konnte nicht gespeichert werden.",
    name: "Name",
    nameHint: "Das Programm oder System, das es nutzt, zum Beispiel „CI“.",
    description: "Beschreibung",
    role: "Rolle",
    steward: "Verantwortlich",
    stewardHint:
      "Das Mitglied, das für dieses Dienstkonto verantwortlich ist. Verlässt es die Organisation, funktioniert das Dienstkonto weiter.",
    chooseSteward: "Mitglied wählen",
    search: "Mitglied suchen",
    cancel: "Abbrechen",
    create: "Dienstkonto erstellen",
    save: "Änderungen speichern",
    created: (name) => `${name} erstellt`,
    saved: (name) => `${name} gespeichert`,
  },
  suspend: {
    title: (name) => `${name} sperren?`,
    text: (count) =>
      count === 0
        ? "Dieses Dienstkonto hat keine API-Schlüssel. Sie können es jederzeit entsperren."
        : `${keys(count)} ${count === 1 ? "funktioniert" : "funktionieren"} sofort nicht mehr. Sie können das Dienstkonto mit seinen Schlüsseln jederzeit entsperren.`,
    action: "Sperren",
    done: (name) => `${name} gesperrt`,
  },
  reactivate: {
    succeeded: (name) => `${name} entsperrt`,
    failed: (name) => `${name} konnte nicht entsperrt werden`,
  },
  takeOver: {
    succeeded: (name) => `Sie sind für ${name} verantwortlich`,
    failed: (name) =>
      `Sie konnten die Verantwortung für ${name} nicht übernehmen`,
  },
  remove: {
    title: (name) => `${name} löschen?`,
    text: (count) =>
      count === 0
        ? "Alles, was es erstellt hat, bleibt erhalten. Das lässt sich nicht rückgängig machen."
        : `${keys(count)} ${count === 1 ? "funktioniert" : "funktionieren"} sofort nicht mehr. Alles, was das Dienstkonto erstellt hat, bleibt erhalten. Das lässt sich nicht rückgängig machen.`,
    action: "Löschen",
    done: (name) => `${name} gelöscht`,
  },
  page: {
    breadcrumb: "Dienstkonten",
    missing: "Dienstkonto nicht gefunden",
    missingText: "Das Dienstkonto wurde vielleicht gelöscht.",
    back: "Alle Dienstkonten",
    about: "Über dieses Dienstkonto",
    created: "Erstellt",
    id: "ID des Dienstkontos",
    copyId: "ID des Dienstkontos kopieren",
    keys: "API-Schlüssel",
    newKey: "API-Schlüssel erstellen",
    noStewardTitle: "Niemand ist für dieses Dienstkonto verantwortlich",
    noStewardText:
      "Die verantwortliche Person hat die Organisation verlassen. Die API-Schlüssel funktionieren weiter, aber das Dienstkonto kann niemanden einladen, bis jemand die Verantwortung übernimmt.",
    suspendedTitle: "Dieses Dienstkonto ist gesperrt",
    suspendedText:
      "Seine API-Schlüssel funktionieren erst wieder, wenn Sie es entsperren.",
  },
};

export default GERMAN;
