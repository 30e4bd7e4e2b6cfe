import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatCount, formatPeriod } from "#client/lib/formats/number.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  create: "API-Schlüssel erstellen",
  none: {
    title: "Keine API-Schlüssel",
    own: "Erstellen Sie einen Schlüssel, mit dem Ihre Skripte und Programme die API in Ihrem Namen nutzen.",
    all: "Niemand in dieser Organisation hat einen API-Schlüssel.",
    account:
      "Erstellen Sie einen Schlüssel für das Programm, das dieses Dienstkonto nutzt.",
  },
  table: {
    caption: "API-Schlüssel, neueste zuerst",
    name: "Name",
    permissions: "Rechte",
    lastUsed: "Zuletzt verwendet",
    never: "Nie",
    expires: "Läuft ab",
    actions: "Aktionen",
    actionsFor: (name) => `Aktionen für den API-Schlüssel ${name}`,
    permissionCount: (count) =>
      count === 1 ? "1 Recht" : `${formatCount(count)} Rechte`,
    ofKey: (name) => `des API-Schlüssels ${name}`,
    serviceAccount: "Dienstkonto",
    grace: (until) => ["Das vorherige Geheimnis läuft ", until, " ab."],
  },
  expiry: {
    never: "Kein Ablaufdatum",
    expired: "Abgelaufen",
    soon: "Läuft bald ab",
  },
  menu: {
    kind: "API-Schlüssel",
    scopes: "Rechte zeigen",
    rotate: "Rotieren…",
    edit: "Bearbeiten…",
    revoke: "Widerrufen…",
    ownerOnly: "Nur die Person, der der Schlüssel gehört, kann ihn rotieren.",
  },
  scopes: {
    title: (name) => `Rechte von ${name}`,
    text: "Der Schlüssel hat diese Rechte, solange die zugehörige Rolle sie umfasst.",
    close: "Schließen",
    presets: "Rechte wählen",
    readOnly: "Nur lesen",
    all: "Alles, was ich darf",
    allOfAccount: "Alles, was die Rolle darf",
    nothing: "Ihre Rolle hat keine Rechte, die ein API-Schlüssel haben kann.",
    nothingOfAccount:
      "Sie und dieses Dienstkonto haben keine gemeinsamen Rechte, die ein API-Schlüssel haben kann.",
  },
  form: {
    title: "API-Schlüssel erstellen",
    titleFor: (account) => `API-Schlüssel für ${account} erstellen`,
    editTitle: (name) => `${name} bearbeiten`,
    failed: "Der API-Schlüssel konnte nicht erstellt werden.",
    notSaved: "Der API-Schlüssel konnte nicht gespeichert werden.",
    name: "Name",
    nameHint:
      "Das Programm, das diesen Schlüssel verwendet, zum Beispiel „Deployment“.",
    expires: "Läuft ab nach",
    days: (days) =>
      days === 1
        ? "1 Tag"
        : days < 365
          ? `${formatCount(days)} Tagen`
          : "1 Jahr",
    custom: "Andere Dauer…",
    noScope: "Wählen Sie mindestens ein Recht.",
    customDays: "Anzahl der Tage",
    customDaysWrong: (max) =>
      `Geben Sie eine ganze Zahl von 1 bis ${formatCount(max)} ein.`,
    never: "Kein Ablaufdatum",
    neverWarning:
      "Ein Schlüssel ohne Ablaufdatum gilt, bis ihn jemand widerruft, auch wenn er längst in falsche Hände geraten ist. Wir empfehlen ein Ablaufdatum. Rotieren Sie den Schlüssel rechtzeitig vorher.",
    limited: (days) =>
      `In Ihrer Organisation gelten API-Schlüssel höchstens ${formatPeriod(days)}.`,
    cancel: "Abbrechen",
    submit: "API-Schlüssel erstellen",
    save: "Änderungen speichern",
    saved: (name) => `${name} gespeichert`,
    ownedByOther: (name) =>
      `Das ist ein persönlicher Schlüssel von ${name}. Sie können Rechte entfernen, aber keine hinzufügen.`,
  },
  secret: {
    title: "API-Schlüssel kopieren",
    titleRotated: (name) => `Neues Geheimnis von ${name} kopieren`,
    text: "Der Schlüssel wird nicht noch einmal angezeigt. Bewahren Sie ihn sicher auf, zum Beispiel in einer Geheimnisverwaltung, und nie im Code oder im Browser.",
    label: "API-Schlüssel",
    copy: "API-Schlüssel kopieren",
    copied: "Kopiert",
    done: "Fertig",
    connect: "So verwenden Sie ihn",
    oldEnds: (until) =>
      `Das vorherige Geheimnis gilt bis ${formatDay(until)}. Ersetzen Sie es vorher überall.`,
    oldEnded: "Das vorherige Geheimnis gilt nicht mehr.",
    leaveTitle: "Schließen, ohne zu kopieren?",
    leaveText:
      "Dieses Geheimnis wird nicht noch einmal angezeigt. Wenn Sie es verlieren, rotieren Sie den Schlüssel oder erstellen Sie einen neuen.",
  },
  rotate: {
    title: (name) => `${name} rotieren`,
    text: "Sie erhalten ein neues Geheimnis mit denselben Rechten.",
    failed: "Der API-Schlüssel konnte nicht rotiert werden.",
    overlap: "Das vorherige Geheimnis gilt noch",
    overlapHint: "So lange können Sie es in allen Programmen ersetzen.",
    hours: (hours) => {
      if (hours === 0) return "0 Stunden (gilt sofort nicht mehr)";
      if (hours === 1) return "1 Stunde";
      return hours > 24 ? `${hours / 24} Tage` : `${hours} Stunden`;
    },
    renewed: (days) =>
      `Das neue Geheimnis gilt ${days === 1 ? "1 Tag" : formatPeriod(days)}.`,
    cancel: "Abbrechen",
    submit: "API-Schlüssel rotieren",
  },
  revoke: {
    title: (name) => `${name} widerrufen?`,
    text: (ending) => [
      "Jedes Programm, das den Schlüssel mit der Endung ",
      ending,
      " verwendet, funktioniert sofort nicht mehr. Das lässt sich nicht rückgängig machen.",
    ],
    lastUsed: (when) => ["Zuletzt verwendet: ", when, "."],
    neverUsed: "Der Schlüssel wurde noch nie verwendet.",
    action: "Widerrufen",
    done: (name) => `${name} widerrufen`,
  },
};

export default GERMAN;
