import CreditCard from "lucide-solid/icons/credit-card";
import type { Commands } from "#client/session/verbs/command.ts";
import { texts } from "./texts.ts";

/** The page of the subscription. */
export const billingCommands: Commands = ({ path }) => {
  const { commands } = texts();
  return [
    {
      id: "billing",
      group: "pages",
      label: commands.billing,
      keywords: commands.words,
      icon: CreditCard,
      permission: "billing:read",
      shortcut: ["g", "b"],
      href: path("settings/billing"),
    },
  ];
};
