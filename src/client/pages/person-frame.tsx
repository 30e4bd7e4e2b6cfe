import type { RouteSectionProps } from "@solidjs/router";
import { AppLayout } from "../layout/app-layout.tsx";
import { useAuthContext } from "../session/session.ts";
import { ContextGate } from "./frame/context-gate.tsx";
import { HeaderSwitcher, HeaderUserMenu } from "./frame/header.tsx";
import { TEXTS } from "./texts.ts";

const links = () => [
  { href: "/organizations", label: TEXTS.personFrame.organizations },
  { href: "/account", label: TEXTS.personFrame.account },
];

/** The pages of a person that belong to no organization. */
export default function PersonFrame(props: RouteSectionProps) {
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
