import type { JSX } from "solid-js";
import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/team", {
  teamPage: {
    description: (organization: JSX.Element): JSX.Element => [
      "Who works in ",
      organization,
      ", and what they may do.",
    ],
    team: "Team",
    invitePeople: "Invite people",
    members: "Members",
    invitations: "Invitations",
    links: "Links",
  },
});
