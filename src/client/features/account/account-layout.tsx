import type { RouteSectionProps } from "@solidjs/router";
import { api } from "#client/session/api.ts";
import { SettingsLayout } from "#client/layout/settings-layout.tsx";
import { TEXTS as DATA } from "./data/texts.ts";
import { TEXTS as LINKED } from "./linked-accounts/texts.ts";
import { TEXTS as PASSKEYS } from "./passkeys/texts.ts";
import { TEXTS } from "./texts.ts";
import { TEXTS as TWO_FACTOR } from "./two-factor/texts.ts";

export default function AccountLayout(props: RouteSectionProps) {
  const invitations = api.invitations.received.useQuery();
  const groups = () => [
    {
      label: TEXTS.group,
      links: [
        { href: "/account", label: TEXTS.profile.title, exact: true },
        {
          href: "/account/invitations",
          label: TEXTS.invitations.title,
          count: invitations.isSuccess
            ? invitations.data.items.length
            : undefined,
        },
        { href: "/account/data", label: DATA.title },
      ],
    },
    {
      label: TEXTS.security,
      links: [
        { href: "/account/password", label: TEXTS.password.title },
        { href: "/account/two-factor", label: TWO_FACTOR.title },
        { href: "/account/passkeys", label: PASSKEYS.title },
        { href: "/account/linked", label: LINKED.title },
        { href: "/account/sessions", label: TEXTS.sessions.title },
      ],
    },
  ];
  return <SettingsLayout groups={groups()}>{props.children}</SettingsLayout>;
}
