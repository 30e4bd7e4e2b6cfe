import type { Translation } from "#client/lib/language/catalogue.ts";
import type { TEXTS } from "./texts.ts";

const GERMAN: Translation<typeof TEXTS> = {
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
