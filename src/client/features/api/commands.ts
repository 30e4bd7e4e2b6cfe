import Bot from "lucide-solid/icons/bot";
import KeyRound from "lucide-solid/icons/key-round";
import Plug from "lucide-solid/icons/plug";
import type { Commands } from "#client/session/verbs/command.ts";
import { texts } from "./texts.ts";

/** The pages of API keys and service accounts, and the forms of new ones. */
export const apiCommands: Commands = ({ path }) => {
  const { commands } = texts();
  return [
    {
      id: "apiKeys",
      group: "pages",
      label: commands.keys,
      icon: KeyRound,
      permission: "apiKey:own",
      shortcut: ["g", "k"],
      href: path("settings/api"),
    },
    {
      id: "serviceAccounts",
      group: "pages",
      label: commands.accounts,
      icon: Bot,
      permission: "apiKey:manage",
      href: path("settings/api?tab=service-accounts"),
    },
    {
      id: "connect",
      group: "pages",
      label: commands.connect,
      keywords: commands.connectWords,
      icon: Plug,
      permission: "apiKey:own",
      href: path("settings/connect"),
    },
    {
      id: "newApiKey",
      group: "actions",
      label: commands.createKey,
      keywords: commands.createKeyWords,
      icon: KeyRound,
      permission: "apiKey:own",
      shortcut: ["n", "k"],
      href: path("settings/api?new=1"),
    },
    {
      id: "newServiceAccount",
      group: "actions",
      label: commands.createAccount,
      keywords: commands.createAccountWords,
      icon: Bot,
      permission: "apiKey:manage",
      shortcut: ["n", "s"],
      href: path("settings/api?tab=service-accounts&new=1"),
    },
  ];
};
