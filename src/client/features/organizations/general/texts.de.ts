import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  generalFacts: {
    organization: "Organisation",
    onlyAdmins: "Nur Admins können das ändern.",
    name: "Name",
    address: "Adresse",
  },
  nameForm: {
    nameSaved: "Name gespeichert",
    name: "Name",
    about:
      "Steht in der Auswahl und in der E-Mail an Personen, die Sie einladen.",
    hint: "Bis zu 100 Zeichen.",
    nothing: "Es gibt nichts zu speichern.",
    save: "Speichern",
  },
  setting: {
    on: "An",
    off: "Aus",
    notSet: "Nicht gesetzt",
  },
  settingsForm: {
    settingsSaved: "Einstellungen gespeichert",
    preferences: "Einstellungen",
    forAll: "Sie gelten für alle.",
    nothing: "Es gibt nichts zu speichern.",
    save: "Speichern",
  },
  slugForm: {
    addressChanged: "Adresse geändert",
    address: "Adresse",
    about: "Teil der Adresse jeder Seite dieser Organisation.",
    oldLinks: "Alte Links funktionieren 90 Tage lang weiter.",
    nothing: "Es gibt nichts zu speichern.",
    save: "Speichern",
    hint: "2 bis 48 Zeichen: a–z, 0–9 und Bindestriche.",
    slug: "Kurzname",
  },
};

export default GERMAN;
