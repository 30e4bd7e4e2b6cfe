import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatCount, formatPeriod } from "#client/lib/formats/number.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import type { texts } from "./texts.ts";

const events = (count: number) =>
  count === 1 ? "1 Eintrag" : `${formatCount(count)} Einträge`;

const GERMAN: TranslationOf<typeof texts> = {
  title: "Audit-Log",
  description: "Wer was geändert hat.",
  kept: (days) =>
    days === null
      ? "Es wird ohne Ende aufbewahrt."
      : `Es wird ${formatPeriod(days)} aufbewahrt.`,
  shortened: (days, from) =>
    `Ab dem ${formatDay(from)} wird es ${formatPeriod(days)} aufbewahrt; ältere Einträge werden dann entfernt.`,
  system: "Das System",
  somebody: "Jemand",
  former: "ein früheres Mitglied",
  list: "Einträge, neueste zuerst",
  address: "Adresse",
  filters: {
    label: "Log eingrenzen",
    who: "Wer",
    anyone: "Alle",
    members: "Mitglieder",
    former: "Keine Mitglieder mehr",
    what: "Was",
    anything: "Alles",
    from: "Von",
    to: "Bis",
    reversed: "Der letzte Tag liegt vor dem ersten.",
    clear: "Filter aufheben",
    event: (seq) => `Nur Eintrag ${seq}`,
    printed: {
      who: (name) => `von ${name}`,
      from: (day) => `ab ${formatDay(day)}`,
      to: (day) => `bis ${formatDay(day)}`,
    },
  },
  none: {
    title: "Noch ist nichts geschehen",
    text: "Was Mitglieder hier tun, wird festgehalten: wer, was, wann und von wo.",
    noMatch: "Kein Eintrag passt",
    noMatchText: "Nichts im Log passt zu den Filtern.",
    noEvent: (seq) => `Eintrag ${seq} ist nicht im Log`,
    noEventText:
      "Er ist vielleicht älter als das Aufbewahrte, oder es gab ihn nie.",
    all: "Alle Einträge zeigen",
  },
  details: {
    when: "Wann",
    action: "Aktion",
    address: "Adresse",
    request: "Anfrage",
    hash: "Hash",
    event: "Eintrag",
    field: "Feld",
    before: "Vorher",
    after: "Nachher",
    nothing: "Nichts",
    noChanges: "Mehr sagt er nicht.",
    link: "Link zu diesem Eintrag",
    alsoBy: (name) => `Alles von ${name}`,
    alsoAction: "Alle Einträge dieser Art",
    copy: (what) => `Kopieren: ${what}`,
    showAll: "Alles zeigen",
    showLess: "Weniger zeigen",
    cut: (bytes, sha256) =>
      `Zu lang für das Log, das nur den Anfang behält. Ganz: ${formatCount(bytes)} Bytes, SHA-256 ${sha256}.`,
    unhashed: "Aus der Zeit, bevor Einträge verkettet wurden",
    added: "hinzugefügt",
    changed: "geändert",
    removed: "entfernt",
  },
  download: {
    action: "Herunterladen",
    csv: "CSV, für eine Tabelle",
    jsonl: "JSON Lines, für ein Programm",
  },
  verify: {
    action: "Prüfen",
    title: "Audit-Log prüfen",
    text: "Jeder Eintrag trägt einen Hash des vorigen, und der letzte ist signiert. Dies liest sie alle.",
    running: "Alle Einträge werden gelesen…",
    sound: "Das Log ist, was geschrieben wurde",
    soundText: (rows, since) =>
      rows === 0
        ? "Im Moment ist kein Eintrag darin."
        : `${events(rows)}, aufbewahrt ${since ? `seit ${formatDay(since)}` : "von Anfang an"}: keiner wurde geändert, entfernt oder abgeschnitten.`,
    unchained: (count) =>
      `${events(count)} davor ${count === 1 ? "stammt" : "stammen"} aus der Zeit vor der Verkettung; darüber lässt sich nichts sagen.`,
    fault: "Das Log ist nicht, was geschrieben wurde",
    faultText:
      "Sagen Sie es denen, die diesen Server betreiben: Sie können es mit einer Sicherung vergleichen.",
    show: (seq) => `Eintrag ${seq} zeigen`,
    showBefore: (seq) => `Eintrag ${seq} zeigen, den letzten davor`,
    anchor: "Anker",
    anchorHint:
      "Notieren Sie ihn außerhalb dieses Programms: Mit ihm zeigt eine spätere Prüfung, ob das ganze Log zurückgesetzt wurde.",
    copyAnchor: "Anker kopieren",
    earlier: "Ein Anker, den Sie früher notiert haben",
    earlierHint: "Zum Beispiel 123:kq3Z…",
    badAnchor:
      "Geben Sie ihn so ein, wie er notiert wurde: eine Zahl, ein Doppelpunkt und Buchstaben.",
    held: "Das Log enthält noch den Anker, den Sie notiert haben.",
    again: "Noch einmal prüfen",
    failed: "Das Log konnte nicht geprüft werden",
  },
};

export default GERMAN;
