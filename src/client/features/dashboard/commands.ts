import House from "lucide-solid/icons/house";
import type { Commands } from "#client/session/verbs/command.ts";
import { texts } from "./texts.ts";

/** The page of the dashboard. */
export const dashboardCommands: Commands = ({ path }) => {
  const { commands } = texts();
  return [
    {
      id: "dashboard",
      group: "pages",
      label: commands.dashboard,
      keywords: commands.words,
      icon: House,
      shortcut: ["g", "d"],
      href: path(),
    },
  ];
};
