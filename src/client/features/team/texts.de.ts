import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  teamPage: {
    description: (organization) => [
      "Wer in ",
      organization,
      " arbeitet und was die Personen dürfen.",
    ],
    team: "Team",
    invitePeople: "Personen einladen",
    members: "Mitglieder",
    invitations: "Einladungen",
    links: "Links",
  },
};

export default GERMAN;
