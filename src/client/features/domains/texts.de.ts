import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Domains",
  description:
    "Bestätigen Sie eine Domain, damit Personen mit einer E-Mail-Adresse dieser Domain ohne Einladung beitreten können.",
  add: {
    title: "Domain hinzufügen",
    text: "Der Teil nach dem @ in den E-Mail-Adressen Ihres Unternehmens. Fügen Sie Subdomains einzeln hinzu.",
    label: "Domain",
    placeholder: "muster.de",
    action: "Domain hinzufügen",
    done: "Domain hinzugefügt",
    next: "Legen Sie jetzt den Eintrag in Ihrem DNS an.",
    failed: "Die Domain konnte nicht hinzugefügt werden",
  },
  none: "Noch keine Domains",
  noneText:
    "Ohne Domain können Personen nur auf Einladung beitreten. Fügen Sie oben die Domain Ihres Unternehmens hinzu.",
  status: {
    pending: "Nicht bestätigt",
    verified: "Bestätigt",
    failing: "Eintrag fehlt",
    lapsed: "Erloschen",
  },
  record: {
    pending:
      "Legen Sie diesen Eintrag im DNS der Domain an und prüfen Sie ihn dann. Änderungen im DNS können bis zu einer Stunde dauern.",
    keep: "Lassen Sie diesen Eintrag in Ihrem DNS. Wir prüfen ihn täglich.",
    type: "Typ",
    name: "Name",
    value: "Wert",
    copyName: (domain) => `Namen des Eintrags von ${domain} kopieren`,
    copyValue: (domain) => `Wert des Eintrags von ${domain} kopieren`,
    verify: "Prüfen",
  },
  verbs: {
    open: "In der Liste zeigen",
    verify: "Prüfen",
    remove: "Entfernen…",
  },
  failing: {
    title: (since) => `DNS-Eintrag zuletzt am ${formatDay(since)} gefunden`,
    text: (until) =>
      `Legen Sie den Eintrag bis ${formatDay(until)} wieder an. Danach kann niemand mehr über diese Domain beitreten, und eine andere Organisation kann sie bestätigen.`,
  },
  lapsed: {
    title: "Über diese Domain kann niemand mehr beitreten",
    text: "Der DNS-Eintrag fehlte eine Woche lang. Legen Sie ihn wieder an und prüfen Sie die Domain. Ihre Mitglieder behalten ihren Zugang.",
  },
  verification: {
    done: (domain) => `${domain} bestätigt`,
    failed: (domain) => `${domain} konnte nicht bestätigt werden`,
  },
  role: {
    label: "Rolle neuer Mitglieder",
    hint: "Neue Konten treten automatisch bei. Personen mit einem Konto können über ihre Liste der Organisationen beitreten.",
    pending: "Gilt, sobald die Domain bestätigt ist.",
    none: "Nur auf Einladung",
    noneText: "Niemand kann über diese Domain beitreten",
    saved: (domain, role) =>
      role === null
        ? `Personen mit @${domain} können nur auf Einladung beitreten`
        : `Personen mit @${domain} können beitreten, Rolle: ${role}`,
    failed: "Die Rolle konnte nicht geändert werden.",
  },
  remove: {
    action: "Entfernen",
    title: (domain) => `${domain} entfernen?`,
    text: "Über diese Domain kann niemand mehr beitreten, und eine andere Organisation kann sie bestätigen. Ihre Mitglieder behalten ihren Zugang.",
    done: (domain) => `${domain} entfernt`,
  },
  commands: {
    domains: "Domains",
    words: "DNS prüfen beitreten",
  },
};

export default GERMAN;
