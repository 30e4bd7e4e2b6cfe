import Folder from "lucide-solid/icons/folder";
import FolderPlus from "lucide-solid/icons/folder-plus";
import type { Commands } from "#client/session/verbs/command.ts";
import { texts } from "./texts.ts";

/** The page of the projects, and the form of a new project. */
export const projectCommands: Commands = ({ path }) => {
  const { commands } = texts();
  return [
    {
      id: "projects",
      group: "pages",
      label: commands.projects,
      icon: Folder,
      permission: "project:read",
      shortcut: ["g", "p"],
      href: path("projects"),
    },
    {
      id: "newProject",
      group: "actions",
      label: commands.create,
      keywords: commands.createWords,
      icon: FolderPlus,
      permission: "project:create",
      shortcut: ["n", "p"],
      href: path("projects?new=1"),
    },
  ];
};
