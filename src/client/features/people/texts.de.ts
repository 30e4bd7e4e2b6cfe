import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Personen",
  description: (organization) => [
    "Verwalten Sie, wer Zugang zu ",
    organization,
    " hat und welche Rechte gelten.",
  ],
  invite: "Personen einladen",
  members: "Mitglieder",
  invitations: "Einladungen",
  links: "Links",
};

export default GERMAN;
