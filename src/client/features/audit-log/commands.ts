import Download from "lucide-solid/icons/download";
import ScrollText from "lucide-solid/icons/scroll-text";
import type { Commands } from "#client/session/verbs/command.ts";
import { exportPath } from "./export-path.ts";
import { texts } from "./texts.ts";

/** The page of the audit log, and its export. */
export const auditCommands: Commands = ({ slug, path }) => {
  const { commands } = texts();
  return [
    {
      id: "audit",
      group: "pages",
      label: commands.audit,
      keywords: commands.words,
      icon: ScrollText,
      permission: "audit:read",
      shortcut: ["g", "a"],
      href: path("settings/audit"),
    },
    {
      id: "auditCsv",
      group: "actions",
      label: commands.csv,
      keywords: commands.csvWords,
      icon: Download,
      permission: "audit:read",
      run: () => location.assign(exportPath(slug, "csv")),
    },
  ];
};
