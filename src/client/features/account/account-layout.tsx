import type { RouteSectionProps } from "@solidjs/router";
import { api } from "#client/session/api.ts";
import { SettingsLayout } from "#client/layout/settings-layout.tsx";
import { useProviders } from "#client/layout/providers/use-providers.ts";
import { texts as dataTexts } from "./data/texts.ts";
import { texts as linkedTexts } from "./linked-accounts/texts.ts";
import { texts as passkeysTexts } from "./passkeys/texts.ts";
import { texts } from "./texts.ts";
import { texts as twoFactorTexts } from "./two-factor/texts.ts";

export default function AccountLayout(props: RouteSectionProps) {
  const invitations = api.invitations.received.useQuery();
  const hasLinkedAccounts = useHasLinkedAccounts();
  const groups = () => [
    {
      label: texts().group,
      links: [
        { href: "/account", label: texts().profile.title, exact: true },
        {
          href: "/account/invitations",
          label: texts().invitations,
          count: invitations.isSuccess
            ? invitations.data.items.length
            : undefined,
        },
        { href: "/account/data", label: dataTexts().title },
      ],
    },
    {
      label: texts().security,
      links: [
        { href: "/account/password", label: texts().password.title },
        { href: "/account/two-factor", label: twoFactorTexts().title },
        { href: "/account/passkeys", label: passkeysTexts().title },
        ...(hasLinkedAccounts()
          ? [{ href: "/account/linked", label: linkedTexts().title }]
          : []),
        { href: "/account/sessions", label: texts().sessions.title },
      ],
    },
  ];
  return <SettingsLayout groups={groups()}>{props.children}</SettingsLayout>;
}

/** Whether the user can link an account, or has one that the installation no longer offers. */
function useHasLinkedAccounts(): () => boolean {
  const providers = useProviders();
  const offersNone = () =>
    providers.isSettled() && providers.items().length === 0;
  const accounts = api.linkedAccounts.list.useQuery(
    () => ({}),
    () => ({ enabled: offersNone() }),
  );
  return () =>
    !offersNone() || !accounts.isSuccess || accounts.data.items.length > 0;
}
