import type { JSX } from "solid-js";
import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/people", {
  title: "People",
  description: (organization: JSX.Element): JSX.Element => [
    "Manage who has access to ",
    organization,
    " and what they can do.",
  ],
  invite: "Invite people",
  members: "Members",
  invitations: "Invitations",
  links: "Links",
});
