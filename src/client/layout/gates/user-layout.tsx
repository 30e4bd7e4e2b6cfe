import type { JSX } from "solid-js";
import { AppLayout } from "../app-layout.tsx";
import { useAuthContext } from "#client/session/session.ts";
import { texts } from "./texts.ts";
import { ContextGate } from "./context-gate.tsx";
import { HeaderSwitcher, HeaderUserMenu } from "../header.tsx";

const links = () => [
  { href: "/organizations", label: texts().userLayout.organizations },
  { href: "/account", label: texts().userLayout.account },
];

/** The frame of pages that belong to no organization: header, navigation and user menu. */
export function UserLayout(props: { children?: JSX.Element }) {
  const context = useAuthContext(() => undefined);
  return (
    <ContextGate context={context}>
      {(found) => (
        <AppLayout
          homeHref="/"
          links={links()}
          switcher={<HeaderSwitcher context={found()} />}
          userMenu={<HeaderUserMenu user={found().user} />}
        >
          {props.children}
        </AppLayout>
      )}
    </ContextGate>
  );
}
