import Globe from "lucide-solid/icons/globe";
import type { Commands } from "#client/session/verbs/command.ts";
import { texts } from "./texts.ts";

/** The page of the domains. */
export const domainCommands: Commands = ({ path }) => {
  const { commands } = texts();
  return [
    {
      id: "domains",
      group: "pages",
      label: commands.domains,
      keywords: commands.words,
      icon: Globe,
      permission: "organization:update",
      href: path("settings/domains"),
    },
  ];
};
