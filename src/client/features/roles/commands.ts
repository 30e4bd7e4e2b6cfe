import Shield from "lucide-solid/icons/shield";
import ShieldPlus from "lucide-solid/icons/shield-plus";
import type { Commands } from "#client/session/verbs/command.ts";
import { texts } from "./texts.ts";

/** The page of the roles, and the form of a new role. */
export const roleCommands: Commands = ({ path }) => {
  const { commands } = texts();
  return [
    {
      id: "roles",
      group: "pages",
      label: commands.roles,
      keywords: commands.words,
      icon: Shield,
      permission: "role:read",
      shortcut: ["g", "r"],
      href: path("settings/roles"),
    },
    {
      id: "newRole",
      group: "actions",
      label: commands.create,
      keywords: commands.createWords,
      icon: ShieldPlus,
      permission: "role:manage",
      shortcut: ["n", "r"],
      href: path("settings/roles/new"),
    },
  ];
};
