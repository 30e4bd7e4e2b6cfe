import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Gefahrenzone",
  description: "Unwiderrufliche und folgenreiche Aktionen.",
  leave: {
    title: "Organisation verlassen",
    text: "Sie verlieren sofort den Zugang. Ihre Projekte bleiben.",
    hint: "Um zurückzukommen, brauchen Sie eine neue Einladung.",
    action: "Verlassen…",
  },
  deletion: {
    title: "Organisation löschen",
    text: (days) =>
      `Alle Mitglieder verlieren sofort den Zugang. Admins können die Organisation ${days} Tage lang wiederherstellen. Danach wird sie endgültig gelöscht.`,
    hint: "Sie werden gebeten, den Kurznamen der Organisation einzugeben.",
    action: "Organisation löschen…",
    confirmTitle: (name) => `${name} löschen?`,
    confirm: "Organisation löschen",
    members: "Alle Mitglieder, auch Sie, verlieren sofort den Zugang.",
    invitations: "Offene Einladungen funktionieren nicht mehr.",
    restorable: (day) =>
      `Admins können die Organisation bis ${day} in ihrer Liste der Organisationen wiederherstellen. Danach werden alle Inhalte endgültig gelöscht.`,
    done: (name) => `${name} gelöscht`,
  },
};

export default GERMAN;
