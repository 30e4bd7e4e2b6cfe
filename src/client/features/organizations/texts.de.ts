import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Organisationen",
  description:
    "Die, in denen Sie Mitglied sind, und die, die Sie aufnehmen möchten.",
  create: "Organisation anlegen",
  yours: "Ihre Organisationen",
  empty: {
    title: "Keine aktiven Organisationen",
    text: "Legen Sie eine für Ihr Team an, oder bitten Sie jemanden um eine Einladung.",
  },
  invitations: "Einladungen an Sie",
  suspended: {
    title: "Gesperrter Zugang",
    text: "Ein Admin hat Ihren Zugang gesperrt. Ihre Arbeit bleibt erhalten. Wenden Sie sich an einen Admin, um wieder Zugang zu erhalten.",
    badge: "Gesperrt",
  },
  deleted: {
    title: "Gelöschte Organisationen",
    text: "Ein Admin kann eine Organisation bis 30 Tage nach dem Löschen wiederherstellen.",
    restore: "Wiederherstellen",
    restored: (name) => `${name} ist wieder da`,
    failed: "Sie wurde nicht wiederhergestellt.",
  },
};

export default GERMAN;
