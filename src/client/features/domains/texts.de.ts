import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Domains",
  description:
    "Zeigen Sie, dass eine Mail-Domain Ihnen gehört, und lassen Sie Personen mit einer Adresse dort selbst beitreten.",
  add: {
    title: "Domain hinzufügen",
    text: "Was in Ihren Adressen hinter dem @ steht. Subdomains zählen als eigene Domains.",
    label: "Domain",
    placeholder: "muster.de",
    action: "Domain hinzufügen",
    done: "Domain hinzugefügt",
    next: "Tragen Sie jetzt den Eintrag in Ihr DNS ein.",
    failed: "Die Domain wurde nicht hinzugefügt",
  },
  none: "Noch keine Domains",
  noneText:
    "Ohne Domain kommen Personen nur auf Einladung herein. Fügen Sie oben die Domain Ihrer Adressen hinzu.",
  status: {
    pending: "Nicht bestätigt",
    verified: "Bestätigt",
    failing: "Eintrag fehlt",
    lapsed: "Erloschen",
  },
  record: {
    pending:
      "Legen Sie diesen Eintrag im DNS der Domain an und prüfen Sie dann. Bis er sichtbar ist, kann eine Stunde vergehen.",
    keep: "Lassen Sie diesen Eintrag in Ihrem DNS: Er wird täglich gesucht.",
    type: "Typ",
    name: "Name",
    value: "Wert",
    copyName: (domain) => `Namen des Eintrags von ${domain} kopieren`,
    copyValue: (domain) => `Wert des Eintrags von ${domain} kopieren`,
    check: "Jetzt prüfen",
  },
  failing: {
    title: (since) =>
      `Der Eintrag wurde zuletzt am ${formatDay(since)} gefunden`,
    text: (until) =>
      `Legen Sie ihn bis ${formatDay(until)} wieder an: Danach tritt niemand mehr bei, und eine andere Organisation kann die Domain bestätigen.`,
  },
  lapsed: {
    title: "Über diese Domain tritt niemand mehr bei",
    text: "Ihr Eintrag wurde eine Woche lang nicht gefunden. Legen Sie ihn wieder an und prüfen Sie; Mitglieder bleiben Mitglieder.",
  },
  checked: {
    found: (domain) => `${domain} ist bestätigt`,
    failed: (domain) => `${domain} ist nicht bestätigt`,
  },
  role: {
    label: "Wer hier eine Adresse bestätigt, bekommt die Rolle",
    hint: "Neue Konten sind sofort Mitglied; wer schon eines hat, kann aus der Liste der Organisationen beitreten.",
    early: "Das gilt, sobald die Domain bestätigt ist.",
    nobody: "Niemand tritt selbst bei",
    nobodyText: "Zugang gibt es nur auf Einladung",
    saved: (domain, role) =>
      role === null
        ? `Über ${domain} tritt niemand selbst bei`
        : `Wer eine Adresse bei ${domain} hat, tritt bei; Rolle: ${role}`,
    failed: "Es wurde nicht geändert.",
  },
  remove: {
    action: "Entfernen",
    title: (domain) => `${domain} entfernen?`,
    text: "Über diese Domain tritt niemand mehr bei, und eine andere Organisation kann sie bestätigen. Mitglieder bleiben Mitglieder.",
    done: (domain) => `${domain} entfernt`,
  },
};

export default GERMAN;
