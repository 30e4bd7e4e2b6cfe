import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Einladungen",
  description: "Organisationen, die Sie eingeladen haben.",
  list: "Offene Einladungen",
  empty: "Keine offenen Einladungen",
  emptyText: (email) => `Einladungen an ${email} erscheinen hier.`,
  from: (name, role) => `${name} hat Sie eingeladen, Rolle: ${role}`,
  expires: "läuft ab",
  accept: "Annehmen",
  decline: "Ablehnen",
  joined: (name) => `Sie sind ${name} beigetreten`,
  declined: (name) => `Sie haben die Einladung von ${name} abgelehnt`,
  notAccepted: "Sie konnten nicht beitreten.",
  notDeclined: "Die Einladung konnte nicht abgelehnt werden.",
  joinable: {
    title: "Organisationen, denen Sie beitreten können",
    because: (domain, role) =>
      `Offen für E-Mail-Adressen bei ${domain}. Ihre Rolle wäre: ${role}.`,
    join: "Beitreten",
  },
};

export default GERMAN;
