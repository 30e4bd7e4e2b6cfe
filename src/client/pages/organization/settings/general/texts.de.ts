import type { Translation } from "../../../../language/catalogue.ts";
import type { TEXTS } from "./texts.ts";

const GERMAN: Translation<typeof TEXTS> = {
  generalFacts: {
    organization: "Organisation",
    onlyAdminsCanChange: "Nur Admins können das ändern.",
    name: "Name",
    address: "Adresse",
  },
  nameForm: {
    nameSaved: "Name gespeichert",
    name: "Name",
    shownInTheSwitcher:
      "Steht in der Auswahl und in der E-Mail an Personen, die Sie einladen.",
    upToCharacters: "Bis zu 100 Zeichen.",
    thereIsNothingTo: "Es gibt nichts zu speichern.",
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
    theyApplyToEverybody: "Sie gelten für alle.",
    thereIsNothingTo: "Es gibt nichts zu speichern.",
    save: "Speichern",
  },
  slugForm: {
    addressChanged: "Adresse geändert",
    address: "Adresse",
    partOfTheAddress: "Teil der Adresse jeder Seite dieser Organisation.",
    oldLinksKeepWorking: "Alte Links funktionieren 90 Tage lang weiter.",
    thereIsNothingTo: "Es gibt nichts zu speichern.",
    save: "Speichern",
    hint: "2 bis 48 Zeichen: a–z, 0–9 und Bindestriche.",
    slug: "Kurzname",
  },
};

export default GERMAN;
