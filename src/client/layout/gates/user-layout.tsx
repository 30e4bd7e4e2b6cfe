import ArrowLeft from "lucide-solid/icons/arrow-left";
import { type JSX, Show } from "solid-js";
import { AppLayout } from "../app-layout.tsx";
import { type AuthContext, useAuthContext } from "#client/session/session.ts";
import { lastPage, recentOrganizations } from "#client/session/visits.ts";
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
          userMenu={<HeaderUserMenu context={found()} />}
        >
          <BackLink context={found()} />
          {props.children}
        </AppLayout>
      )}
    </ContextGate>
  );
}

/** Leads back to the page of the organization from which the user came. */
function BackLink(props: { context: AuthContext }) {
  const organization = () => {
    const { user, organizations } = props.context;
    const [latest] = recentOrganizations(user.id).flatMap(
      (id) => organizations.find((one) => one.id === id) ?? [],
    );
    return latest ?? organizations[0];
  };
  return (
    <Show when={organization()}>
      {(found) => (
        <a
          href={lastPage(props.context.user.id, found())}
          class="-mt-2 mb-4 inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-md text-sm text-muted hover:text-ink pointer-coarse:min-h-11 print:hidden"
        >
          <ArrowLeft size={16} class="shrink-0" />
          <span class="sr-only">{texts().userLayout.backTo} </span>
          <bdi class="truncate">{found().name}</bdi>
        </a>
      )}
    </Show>
  );
}
