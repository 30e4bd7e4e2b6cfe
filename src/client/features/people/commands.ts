import Download from "lucide-solid/icons/download";
import Link2 from "lucide-solid/icons/link-2";
import Mail from "lucide-solid/icons/mail";
import UserPlus from "lucide-solid/icons/user-plus";
import Users from "lucide-solid/icons/users";
import type { Commands } from "#client/session/verbs/command.ts";
import { texts } from "./texts.ts";

/** The pages of members and invitations, and the forms that add people. */
export const peopleCommands: Commands = ({ slug, path }) => {
  const { commands } = texts();
  return [
    {
      id: "people",
      group: "pages",
      label: commands.people,
      keywords: commands.peopleWords,
      icon: Users,
      permission: "member:read",
      shortcut: ["g", "t"],
      href: path("people"),
    },
    {
      id: "invitations",
      group: "pages",
      label: commands.invitations,
      keywords: commands.invitationsWords,
      icon: Mail,
      permission: "invitation:read",
      shortcut: ["g", "i"],
      href: path("people?status=invited"),
    },
    {
      id: "invite",
      group: "actions",
      label: commands.invite,
      keywords: commands.inviteWords,
      icon: UserPlus,
      permission: "invitation:create",
      shortcut: ["n", "i"],
      href: path("people?invite=1"),
    },
    {
      id: "newLink",
      group: "actions",
      label: commands.newLink,
      keywords: commands.newLinkWords,
      icon: Link2,
      permission: "invitation:create",
      shortcut: ["n", "l"],
      href: path("people?tab=links&new-link=1"),
    },
    {
      id: "peopleCsv",
      group: "actions",
      label: commands.csv,
      keywords: commands.csvWords,
      icon: Download,
      permission: "member:update",
      run: () => location.assign(`/api/organizations/${slug}/people/export`),
    },
  ];
};
