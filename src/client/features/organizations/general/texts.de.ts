import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  generalFacts: {
    organization: "Organisation",
    onlyAdmins: "Nur Admins können diese Einstellungen ändern.",
    name: "Name",
    url: "URL",
  },
  exportSection: {
    title: "Export",
    text: "Alles herunterladen, was dieser Organisation gehört: Mitglieder, Rollen, Projekte, Dienstkonten, Logo und Audit-Log. Ein Betreiber kann die Datei in einer anderen Installation importieren.",
    hint: "API-Schlüssel, Einladungen und Abrechnung sind nicht enthalten.",
    action: "Herunterladen",
    done: "Organisation exportiert",
    failed: "Die Organisation konnte nicht exportiert werden",
  },
  nameForm: {
    nameSaved: "Name gespeichert",
    name: "Name",
    about: "Steht im Organisationsmenü und in Einladungs-E-Mails.",
    hint: "Bis zu 100 Zeichen.",
  },
  setting: {
    on: "An",
    off: "Aus",
    notSet: "Nicht festgelegt",
  },
  settingsForm: {
    settingsSaved: "Einstellungen gespeichert",
    preferences: "Einstellungen",
    forAll: "Gilt für alle Mitglieder.",
  },
  slugForm: {
    urlChanged: "URL geändert",
    url: "URL",
    about: "Teil jedes Links zu dieser Organisation.",
    oldLinks: "Alte Links werden 90 Tage lang weitergeleitet.",
    hint: "2–48 Kleinbuchstaben, Ziffern und Bindestriche.",
    slug: "Kurzname",
    change: {
      title: "URL ändern?",
      text: "Alle Links und Lesezeichen werden 90 Tage lang weitergeleitet. Danach kann eine andere Organisation die alte URL verwenden.",
      confirm: "URL ändern",
    },
  },
};

export default GERMAN;
