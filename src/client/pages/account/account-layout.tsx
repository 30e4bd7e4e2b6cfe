import type { RouteSectionProps } from "@solidjs/router";
import { api } from "../../api.ts";
import { SettingsLayout } from "../../layout/settings-layout.tsx";
import { TEXTS } from "./texts.ts";

export default function AccountLayout(props: RouteSectionProps) {
  const invitations = api.invitations.received.useQuery();
  const groups = () => [
    {
      label: TEXTS.group,
      links: [
        { href: "/account", label: TEXTS.profile.title, exact: true },
        { href: "/account/password", label: TEXTS.password.title },
        { href: "/account/sessions", label: TEXTS.sessions.title },
        {
          href: "/account/invitations",
          label: TEXTS.invitations.title,
          count: invitations.isSuccess
            ? invitations.data.items.length
            : undefined,
        },
      ],
    },
  ];
  return <SettingsLayout groups={groups()}>{props.children}</SettingsLayout>;
}
