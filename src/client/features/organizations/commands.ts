import Building from "lucide-solid/icons/building";
import Settings from "lucide-solid/icons/settings";
import ShieldCheck from "lucide-solid/icons/shield-check";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import type { Commands } from "#client/session/verbs/command.ts";
import { texts } from "./texts.ts";

/** The settings of the organization, the list of organizations, and the form of a new one. */
export const organizationCommands: Commands = ({ path }) => {
  const { commands } = texts();
  return [
    {
      id: "general",
      group: "pages",
      label: commands.general,
      keywords: commands.generalWords,
      icon: Settings,
      shortcut: ["g", "s"],
      href: path("settings"),
    },
    {
      id: "security",
      group: "pages",
      label: commands.security,
      keywords: commands.securityWords,
      icon: ShieldCheck,
      permission: "organization:update",
      href: path("settings/security"),
    },
    {
      id: "danger",
      group: "pages",
      label: commands.danger,
      keywords: commands.dangerWords,
      icon: TriangleAlert,
      href: path("settings/danger"),
    },
    {
      id: "organizations",
      group: "pages",
      label: commands.organizations,
      icon: Building,
      href: "/organizations",
    },
    {
      id: "newOrganization",
      group: "actions",
      label: commands.create,
      keywords: commands.createWords,
      icon: Building,
      href: "/organizations/new",
    },
  ];
};
