import {
  type RouteSectionProps,
  useLocation,
  useParams,
} from "@solidjs/router";
import { createEffect, type JSX, lazy, Show, Suspense } from "solid-js";
import type { NavGroup } from "#client/ui/nav-links.tsx";
import { settingsGroups } from "#client/layout/settings/settings-links.ts";
import { AppLayout } from "#client/layout/app-layout.tsx";
import {
  type MemberContext,
  memberContextOf,
  OrganizationProvider,
  type OrganizationSession,
  type TenantryError,
  useOrganization,
} from "#sdk/solid.ts";
import {
  type OrganizationPath,
  useOrganizationPath,
} from "#client/session/organization-path.ts";
import { useShownHistory } from "#client/session/history/address.ts";
import { VerbDialogs } from "#client/session/verbs/dialogs.tsx";
import { askForShortcutList } from "#client/session/shortcut-list.ts";
import { useAuthContext } from "#client/session/session.ts";
import { followChanges } from "#client/session/live.ts";
import { forgetView, view } from "#client/session/view-as-role.ts";
import { createTitlePlace } from "#client/ui/page-title.ts";
import { lastPage, rememberVisit } from "#client/session/visits.ts";
import { BillingNotice } from "../notices/billing-notice.tsx";
import { FrozenNotice } from "../notices/frozen-notice.tsx";
import { LimitDialog } from "../notices/limit-dialog.tsx";
import {
  ContextGate,
  isEndOfView,
} from "#client/layout/gates/context-gate.tsx";
import { ViewEnded } from "#client/layout/gates/view-ended.tsx";
import { HeaderSwitcher, HeaderUserMenu } from "#client/layout/header.tsx";
import { MissingOrganization } from "#client/layout/gates/missing-organization.tsx";
import { PaletteButton } from "../palette/palette-button.tsx";
import { Renamed } from "#client/layout/gates/renamed.tsx";
import { TwoFactorNotice } from "../notices/two-factor-notice.tsx";
import { TransferNotice } from "../notices/transfer-notice.tsx";
import { ViewNotice } from "../notices/view-notice.tsx";
import { texts } from "./texts.ts";

const TwoFactorBlocked = lazy(
  () => import("../notices/two-factor-blocked.tsx"),
);

const HistoryDrawer = lazy(
  () => import("#client/features/history/history-drawer.tsx"),
);

/** The frame around every page below `/o/:slug`. The slug in the URL alone selects the organization. */
export default function OrganizationFrame(props: RouteSectionProps) {
  const params = useParams<{ slug: string }>();
  const context = useAuthContext(() => params.slug);
  const missing = (error: TenantryError) => {
    if (view && isEndOfView(error)) return <ViewEnded view={view} />;
    // The page for users without access asks for the organizations of the user, which a view does not show.
    forgetView();
    return (
      <MissingOrganization
        renamedTo={error.data?.renamedTo}
        reason={error.data?.reason}
        name={context.data?.organization?.name}
      />
    );
  };
  return (
    <ContextGate context={context} missing={missing}>
      {(found) => (
        <Show when={memberContextOf(found())}>
          {(member) => (
            <>
              <Show when={isOtherSlug(member().organization, params.slug)}>
                <Renamed to={member().organization.slug} />
              </Show>
              <Frame context={member()}>{props.children}</Frame>
            </>
          )}
        </Show>
      )}
    </ContextGate>
  );
}

function Frame(props: { context: MemberContext; children?: JSX.Element }) {
  return (
    <OrganizationProvider context={props.context}>
      <Layout context={props.context}>{props.children}</Layout>
    </OrganizationProvider>
  );
}

function Layout(props: { context: MemberContext; children?: JSX.Element }) {
  const session = useOrganization();
  const path = useOrganizationPath();
  const location = useLocation();
  const history = useShownHistory();
  const isOpen = () => !props.context.isBlockedByTwoFactorPolicy;
  createTitlePlace(() => props.context.organization.name);
  // The dashboard shows the facts of these notices itself.
  const isOnDashboard = () => location.pathname === path();
  followChanges(() => (isOpen() ? props.context.organization.id : undefined));
  createEffect(() => {
    const { user, organization } = props.context;
    const page = pageBelow(path(), location.pathname);
    if (page !== undefined)
      rememberVisit(user.id, organization.id, page + location.search);
  });
  return (
    <AppLayout
      homeHref={path()}
      links={isOpen() ? linksOf(session, path) : []}
      phoneGroups={[
        ...settingsGroups(session, path),
        organizationsOf(props.context),
      ]}
      switcher={
        <HeaderSwitcher context={props.context} current={session.slug()} />
      }
      tools={
        <Show when={isOpen()}>
          <PaletteButton />
        </Show>
      }
      userMenu={
        <HeaderUserMenu
          context={props.context}
          {...(isOpen() && { onShortcuts: askForShortcutList })}
        />
      }
      banner={
        <>
          <ViewNotice />
          <Show when={isOpen()}>
            <Show when={props.context.twoFactorDeadline}>
              {(due) => (
                <TwoFactorNotice
                  organization={props.context.organization}
                  due={due()}
                />
              )}
            </Show>
            <FrozenNotice />
            <Show when={!isOnDashboard()}>
              <TransferNotice />
              <BillingNotice />
            </Show>
            <LimitDialog />
          </Show>
        </>
      }
    >
      {/* Keyed by the organization, so that the state of a page, such as a selection, does not pass to another organization. */}
      <Show when={props.context.organization.id} keyed>
        <Show when={isOpen()} fallback={<TwoFactorBlocked />}>
          {props.children}
          <VerbDialogs />
          <Show when={session.can("audit:read") && history.shown()}>
            {/* Its own boundary, so that the page stays while the drawer is loading. */}
            <Suspense>
              <HistoryDrawer />
            </Suspense>
          </Show>
        </Show>
      </Show>
    </AppLayout>
  );
}

/**
 * Returns the part of a path after the organization's own path, or undefined if the path is outside the organization.
 */
function pageBelow(home: string, pathname: string): string | undefined {
  const isBelow = pathname === home || pathname.startsWith(`${home}/`);
  return isBelow ? pathname.slice(home.length) : undefined;
}

/** Whether the URL contains the organization's id, or its slug in capital letters, instead of the slug itself. */
function isOtherSlug(
  { id, slug }: MemberContext["organization"],
  name: string,
) {
  return name !== slug && (name === id || name.toLowerCase() === slug);
}

/** The most organizations that the navigation on a phone lists. */
const MOST_ORGANIZATIONS = 10;

function organizationsOf(context: MemberContext): NavGroup {
  const { user, organization, organizations } = context;
  const others = organizations.filter(({ id }) => id !== organization.id);
  return {
    label: texts().organizationFrame.organizations,
    links: [
      ...others.slice(0, MOST_ORGANIZATIONS).map((other) => ({
        href: lastPage(user.id, other),
        label: other.name,
      })),
      {
        href: "/organizations",
        label: texts().organizationFrame.allOrganizations,
      },
    ],
  };
}

function linksOf({ can }: OrganizationSession, path: OrganizationPath) {
  return [
    {
      href: path(),
      label: texts().organizationFrame.dashboard,
      exact: true,
    },
    ...(can("project:read")
      ? [
          {
            href: path("projects"),
            label: texts().organizationFrame.projects,
          },
        ]
      : []),
    ...(can("member:read")
      ? [{ href: path("people"), label: texts().organizationFrame.people }]
      : []),
    {
      href: path("settings"),
      label: texts().organizationFrame.settings,
    },
  ];
}
