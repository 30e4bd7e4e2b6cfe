import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatCount, formatPeriod } from "#client/lib/formats/number.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import type { texts } from "./texts.ts";

const events = (count: number) =>
  count === 1 ? "1 Eintrag" : `${formatCount(count)} Einträge`;

const GERMAN: TranslationOf<typeof texts> = {
  title: "Audit-Log",
  description: "Alle Änderungen in Ihrer Organisation.",
  kept: (days) =>
    days === null
      ? "Einträge werden unbegrenzt aufbewahrt."
      : `Einträge werden ${formatPeriod(days)} aufbewahrt.`,
  shortened: (days, from) =>
    `Ab dem ${formatDay(from)} werden Einträge ${formatPeriod(days)} aufbewahrt und ältere gelöscht.`,
  system: "Das System",
  unknownActor: "Jemand",
  formerMember: "ein früheres Mitglied",
  formerAccount: "ein gelöschtes Dienstkonto",
  actor: {
    serviceAccount: "Dienstkonto",
    agent: "KI-Agent",
    key: "API-Schlüssel",
    keyNamed: (name, last4) => `API-Schlüssel ${name} …${last4}`,
  },
  list: "Einträge, neueste zuerst",
  filters: {
    label: "Einträge filtern",
    who: "Benutzer",
    anyone: "Alle",
    members: "Mitglieder",
    accounts: "Dienstkonten",
    former: "Frühere Mitglieder",
    what: "Aktion",
    anything: "Alle Aktionen",
    several: (count) => `${count} Aktionen`,
    findAction: "Aktion suchen…",
    clearActions: "Alle Aktionen zeigen",
    from: "Von",
    to: "Bis",
    reversed: "Das Enddatum liegt vor dem Anfangsdatum.",
    clear: "Filter zurücksetzen",
    event: (seq) => `Nur Eintrag ${seq}`,
    printed: {
      who: (name) => `von ${name}`,
      from: (day) => `ab ${formatDay(day)}`,
      to: (day) => `bis ${formatDay(day)}`,
    },
  },
  none: {
    title: "Noch keine Einträge",
    text: "Das Audit-Log hält fest, wer was wann und von wo geändert hat.",
    noMatch: "Keine Einträge gefunden",
    noMatchText: "Kein Eintrag entspricht diesen Filtern.",
    noEvent: (seq) => `Eintrag ${seq} nicht gefunden`,
    noEventText:
      "Der Eintrag wurde vielleicht nach Ablauf der Aufbewahrungsfrist gelöscht.",
    all: "Alle Einträge anzeigen",
  },
  details: {
    when: "Zeitpunkt",
    action: "Aktion",
    address: "IP-Adresse",
    key: "API-Schlüssel",
    copyKey: "ID des API-Schlüssels kopieren",
    steward: "Verantwortlich",
    request: "Anfrage-ID",
    hash: "Hash",
    event: "Eintrag",
    field: "Feld",
    before: "Vorher",
    after: "Nachher",
    nothing: "Leer",
    noChanges: "Keine weiteren Details.",
    link: "Link zu diesem Eintrag",
    person: (name) => `Über ${name}`,
    alsoBy: (name) => `Alle Einträge von ${name}`,
    alsoAction: "Ähnliche Einträge",
    copyRequest: "Anfrage-ID kopieren",
    copyHash: "Hash kopieren",
    showAll: "Alles anzeigen",
    showLess: "Weniger anzeigen",
    cut: (bytes, sha256) =>
      `Nur der Anfang ist gespeichert. Vollständiger Wert: ${formatCount(bytes)} Bytes, SHA-256 ${sha256}.`,
    unhashed: "Keiner (vor der Einführung von Hashes aufgezeichnet)",
    added: "hinzugefügt",
    changed: "geändert",
    removed: "entfernt",
  },
  download: {
    action: "Herunterladen",
    csv: "CSV für Tabellen",
    jsonl: "JSON Lines für Programme",
  },
  verify: {
    action: "Prüfen",
    title: "Audit-Log prüfen",
    text: "Prüft, dass kein Eintrag geändert oder entfernt wurde. Jeder Eintrag enthält den Hash des vorigen, und der neueste Hash ist signiert.",
    running: "Alle Einträge werden geprüft…",
    verified: "Geprüft",
    verifiedText: (rows, since) =>
      rows === 0
        ? "Das Audit-Log ist leer."
        : `${events(rows)}${since ? ` seit ${formatDay(since)}` : ""}: alle unverändert.`,
    unchained: (count) =>
      `${events(count)} davor ${count === 1 ? "lässt" : "lassen"} sich nicht prüfen, weil ${count === 1 ? "er" : "sie"} vor der Einführung von Hashes aufgezeichnet ${count === 1 ? "wurde" : "wurden"}.`,
    failed: "Prüfung fehlgeschlagen: Das Audit-Log wurde verändert",
    faults: {
      changed: (seq) => `Eintrag ${seq} wurde verändert.`,
      missing: (seq) => `Eintrag ${seq} fehlt.`,
      tail: (seq) =>
        `Ab Eintrag ${seq} wurden Einträge entfernt oder hinzugefügt.`,
      signature: (seq) =>
        `Die Signatur bei Eintrag ${seq} stammt nicht von diesem Server.`,
      anchor: (seq) =>
        `Eintrag ${seq} aus Ihrem Prüfpunkt fehlt: Das Log wurde durch ein älteres oder ein anderes ersetzt.`,
    },
    failedText:
      "Wenden Sie sich an die Administration Ihres Servers. Sie kann das Log mit einer Sicherung vergleichen.",
    show: (seq) => `Eintrag ${seq} anzeigen`,
    showBefore: (seq) => `Eintrag ${seq} anzeigen, den letzten davor`,
    checkpoint: "Prüfpunkt",
    checkpointHint:
      "Speichern Sie ihn an einem anderen Ort, um später zu belegen, dass das Log nicht zurückgesetzt wurde.",
    copyCheckpoint: "Prüfpunkt kopieren",
    earlierCheckpoint: "Mit einem gespeicherten Prüfpunkt vergleichen",
    checkpointExample: "Zum Beispiel 123:kq3Z…",
    invalidCheckpoint:
      "Geben Sie den ganzen Prüfpunkt ein: eine Zahl, einen Doppelpunkt und Buchstaben.",
    checkpointFound: "Das Log enthält weiterhin Ihren gespeicherten Prüfpunkt.",
    again: "Erneut prüfen",
    error: "Das Audit-Log konnte nicht geprüft werden",
  },
  commands: {
    audit: "Audit-Log",
    words: "Verlauf Ereignisse Aktivität",
    csv: "Audit-Log als CSV exportieren",
    csvWords: "herunterladen Tabelle",
  },
};

export default GERMAN;
