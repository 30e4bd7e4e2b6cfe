import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Ihre Daten",
  description: "Exportieren Sie Ihre Daten oder löschen Sie Ihr Konto.",
  export: {
    title: "Daten exportieren",
    text: "Laden Sie alles herunter, was wir über Sie speichern: Profil, Bild, Sitzungen, Anmeldemethoden, Mitgliedschaften, Einladungen, von Ihnen erstellte Projekte und Ihre Aktionen.",
    hint: "JSON-Datei, ohne Passwörter und Schlüssel.",
    action: "Herunterladen",
    done: "Ihre Daten wurden heruntergeladen",
    failed: "Ihre Daten konnten nicht heruntergeladen werden",
    file: (day) => `tenantry-konto-${day}.json`,
  },
  deletion: {
    title: "Konto löschen",
    text: "Ihr Profil, Ihr Bild, Ihre Sitzungen und Ihre Anmeldemethoden werden endgültig gelöscht. Ihre Aktionen bleiben in den Audit-Logs Ihrer Organisationen.",
    organizations: "Was mit Ihren Organisationen geschieht",
    none: "Sie sind in keiner Organisation Mitglied.",
    hint: "Sie werden gebeten, Ihre E-Mail-Adresse einzugeben.",
    blocked:
      "Machen Sie zuerst jemand anderen zum Admin der Organisationen, in denen Sie der letzte sind.",
    action: "Konto löschen…",
    leave: {
      label: "Sie treten aus",
      text: "Andere Mitglieder behalten ihren Zugang.",
    },
    lastAdmin: {
      label: "Aktion erforderlich",
      text: "Sie sind der letzte Admin.",
      link: "Jemand anderen zum Admin machen",
    },
    deleted: {
      label: "Wird gelöscht",
      text: "Sie sind das einzige Mitglied.",
    },
    alreadyDeleted:
      "Bereits gelöscht. Niemand sonst könnte sie wiederherstellen.",
    confirmTitle: "Konto endgültig löschen?",
    confirm: "Konto löschen",
    irreversible:
      "Alles, worauf nur Sie Zugriff haben, wird sofort gelöscht. Das lässt sich nicht rückgängig machen.",
    left: (names) => `Sie verlassen ${names}.`,
    gone: (names) => `${names} wird mit allen Inhalten endgültig gelöscht.`,
  },
};

export default GERMAN;
