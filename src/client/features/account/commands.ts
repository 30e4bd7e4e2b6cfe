import Download from "lucide-solid/icons/download";
import Fingerprint from "lucide-solid/icons/fingerprint-pattern";
import Link2 from "lucide-solid/icons/link-2";
import LockKeyhole from "lucide-solid/icons/lock-keyhole";
import Mail from "lucide-solid/icons/mail";
import Monitor from "lucide-solid/icons/monitor";
import Smartphone from "lucide-solid/icons/smartphone";
import UserRound from "lucide-solid/icons/user-round";
import type { Commands } from "#client/session/verbs/command.ts";
import { texts } from "./texts.ts";

/** The pages of the user's own account. */
export const accountCommands: Commands = () => {
  const { commands } = texts();
  return [
    {
      id: "account",
      group: "pages",
      label: commands.account,
      keywords: commands.accountWords,
      icon: UserRound,
      href: "/account",
    },
    {
      id: "password",
      group: "pages",
      label: commands.password,
      icon: LockKeyhole,
      href: "/account/password",
    },
    {
      id: "twoFactor",
      group: "pages",
      label: commands.twoFactor,
      keywords: commands.twoFactorWords,
      icon: Smartphone,
      href: "/account/two-factor",
    },
    {
      id: "passkeys",
      group: "pages",
      label: commands.passkeys,
      keywords: commands.passkeysWords,
      icon: Fingerprint,
      href: "/account/passkeys",
    },
    {
      id: "linked",
      group: "pages",
      label: commands.linked,
      icon: Link2,
      href: "/account/linked",
    },
    {
      id: "sessions",
      group: "pages",
      label: commands.sessions,
      keywords: commands.sessionsWords,
      icon: Monitor,
      href: "/account/sessions",
    },
    {
      id: "receivedInvitations",
      group: "pages",
      label: commands.invitations,
      icon: Mail,
      href: "/account/invitations",
    },
    {
      id: "data",
      group: "pages",
      label: commands.data,
      keywords: commands.dataWords,
      icon: Download,
      href: "/account/data",
    },
  ];
};
