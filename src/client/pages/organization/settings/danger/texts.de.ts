import type { Translation } from "../../../../language/catalogue.ts";
import type { TEXTS } from "./texts.ts";

const GERMAN: Translation<typeof TEXTS> = {
  deleteSection: {
    restorable: (day) =>
      `Bis ${day} können ihre Admins sie aus ihrer Liste von Organisationen wiederherstellen. Danach wird alles darin endgültig gelöscht.`,
    deleted: (name) => `${name} gelöscht`,
    deleteOrganization: "Organisation löschen",
    everybodyLosesAccessAt: (days) =>
      `Alle verlieren den Zugang sofort. Ihre Admins können sie ${days} Tage lang wiederherstellen; danach ist sie endgültig weg.`,
    youWillBeAsked: "Sie werden gebeten, ihren Kurznamen einzugeben.",
    deleteOrganization2: "Organisation löschen…",
    delete: (name) => `${name} löschen?`,
    allMembersYouToo: "Alle Mitglieder, auch Sie, verlieren den Zugang sofort.",
    openInvitationsStopWorking: "Offene Einladungen gelten nicht mehr.",
  },
  leaveSection: {
    leaveOrganization: "Organisation verlassen",
    youLoseAccessAt:
      "Sie verlieren den Zugang sofort. Was Sie angelegt haben, bleibt.",
    toComeBackAn: "Um zurückzukommen, muss ein Admin Sie wieder einladen.",
    leave: "Verlassen…",
  },
};

export default GERMAN;
