import BookOpen from "lucide-solid/icons/book-open";
import CodeXml from "lucide-solid/icons/code-xml";
import Sparkles from "lucide-solid/icons/sparkles";
import type { Commands } from "#client/session/verbs/command.ts";
import { texts } from "./texts.ts";

/** The pages of the help. */
export const helpCommands: Commands = () => {
  const { commands } = texts();
  return [
    {
      id: "help",
      group: "more",
      label: commands.help,
      keywords: commands.helpWords,
      icon: BookOpen,
      href: "/help",
    },
    {
      id: "whatsNew",
      group: "more",
      label: commands.whatsNew,
      keywords: commands.whatsNewWords,
      icon: Sparkles,
      href: "/help/whats-new",
    },
    {
      id: "apiReference",
      group: "more",
      label: commands.apiReference,
      keywords: commands.apiReferenceWords,
      icon: CodeXml,
      run: () => location.assign("/api/docs"),
    },
  ];
};
