import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  deleteSection: {
    restorable: (day) =>
      `Bis ${day} können ihre Admins sie aus ihrer Liste von Organisationen wiederherstellen. Danach wird alles darin endgültig gelöscht.`,
    deleted: (name) => `${name} gelöscht`,
    deleteOrganization: "Organisation löschen",
    text: (days) =>
      `Alle verlieren den Zugang sofort. Ihre Admins können sie ${days} Tage lang wiederherstellen; danach ist sie endgültig weg.`,
    asked: "Sie werden gebeten, ihren Kurznamen einzugeben.",
    ask: "Organisation löschen…",
    delete: (name) => `${name} löschen?`,
    everybody: "Alle Mitglieder, auch Sie, verlieren den Zugang sofort.",
    invitations: "Offene Einladungen gelten nicht mehr.",
  },
  leaveSection: {
    leaveOrganization: "Organisation verlassen",
    youLoseAccessAt:
      "Sie verlieren den Zugang sofort. Was Sie angelegt haben, bleibt.",
    comeBack: "Um zurückzukommen, muss ein Admin Sie wieder einladen.",
    leave: "Verlassen…",
  },
};

export default GERMAN;
