import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Ihre Daten",
  description: "Nehmen Sie eine Kopie mit, oder löschen Sie Ihr Konto.",
  export: {
    title: "Daten exportieren",
    text: "Eine Datei mit allem, was über Sie gespeichert ist: Profil, Bild, Sitzungen, Anmeldewege, Mitgliedschaften, Einladungen, von Ihnen angelegte Projekte und was Sie getan haben.",
    hint: "Eine JSON-Datei. Sie enthält keine Passwörter oder Schlüssel.",
    action: "Herunterladen",
    done: "Ihre Daten wurden heruntergeladen",
    failed: "Ihre Daten wurden nicht heruntergeladen",
    file: (day) => `tenantry-konto-${day}.json`,
  },
  deletion: {
    title: "Konto löschen",
    text: "Profil, Bild, Sitzungen und Anmeldewege werden sofort endgültig gelöscht. Was Sie getan haben, bleibt in den Audit-Logs Ihrer Organisationen.",
    organizations: "Was mit Ihren Organisationen geschieht",
    none: "Sie sind in keiner Organisation.",
    hint: "Sie werden gebeten, Ihre Adresse einzugeben.",
    blocked:
      "Übergeben Sie zuerst die Organisationen, deren letzter Admin Sie sind.",
    action: "Konto löschen…",
    leave: {
      label: "Sie verlassen sie",
      text: "Die anderen machen ohne Sie weiter.",
    },
    lastAdmin: {
      label: "Zuerst übergeben",
      text: "Sie sind der letzte Admin.",
      link: "Jemand anderen zum Admin machen",
    },
    goes: {
      label: "Endgültig gelöscht",
      text: "Außer Ihnen ist niemand darin.",
    },
    goesDeleted:
      "Sie wurde schon gelöscht; niemand sonst könnte sie wiederherstellen.",
    ask: "Konto endgültig löschen?",
    confirm: "Konto löschen",
    undone:
      "Alles, was nur Ihnen gehört, wird sofort gelöscht. Das lässt sich nicht rückgängig machen.",
    left: (names) => `Sie verlassen ${names}.`,
    gone: (names) => `${names}: wird mit allem Inhalt endgültig gelöscht.`,
  },
};

export default GERMAN;
