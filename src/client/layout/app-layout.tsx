import { type JSX, Show } from "solid-js";
import {
  type NavGroup,
  type NavLink,
  NavLinks,
} from "#client/ui/nav-links.tsx";
import { Brand } from "./brand.tsx";
import { MainLandmark } from "./main-landmark.tsx";
import { NavigationSheet } from "./navigation-sheet.tsx";
import { OfflineBanner } from "./offline-banner.tsx";
import { ReconnectingBanner } from "./reconnecting-banner.tsx";
import { SkipLink } from "./skip-link.tsx";
import { texts } from "./texts.ts";

export interface AppLayoutProps {
  /** The URL that the logo links to, such as the dashboard of the current organization. */
  homeHref: string;
  /** The `OrganizationSwitcher`. */
  switcher: JSX.Element;
  links: readonly NavLink[];
  /** Further links in the navigation on a phone. */
  phoneGroups?: readonly NavGroup[];
  /** The controls before the user menu, such as the button for the command palette. */
  tools?: JSX.Element;
  /** The `UserMenu`. */
  userMenu: JSX.Element;
  /** Notices above the header, such as an overdue payment. */
  banner?: JSX.Element;
  children: JSX.Element;
}

/** The frame of every page for signed-in users: header, navigation and content. */
export function AppLayout(props: AppLayoutProps) {
  return (
    <>
      <SkipLink />
      <OfflineBanner />
      <ReconnectingBanner />
      {props.banner}
      <header class="border-b border-line bg-surface print:hidden">
        <div class="mx-auto flex h-14 max-w-6xl items-center gap-1.5 px-4 sm:gap-2 sm:px-6">
          <Show when={props.links.length > 0}>
            <NavigationSheet
              links={props.links}
              groups={props.phoneGroups ?? []}
            />
          </Show>
          <a href={props.homeHref} class="flex rounded-md max-sm:hidden">
            <Brand />
          </a>
          <span
            aria-hidden="true"
            class="text-xl font-light text-line-strong max-sm:hidden"
          >
            /
          </span>
          <div class="min-w-0">{props.switcher}</div>
          <div class="ml-auto flex shrink-0 items-center gap-1.5">
            {props.tools}
            {props.userMenu}
          </div>
        </div>
        <Show when={props.links.length > 0}>
          <div class="mx-auto max-w-6xl px-3.5 max-sm:hidden">
            <NavLinks
              label={texts().appLayout.main}
              look="tabs"
              links={props.links}
            />
          </div>
        </Show>
      </header>
      <MainLandmark class="mx-auto max-w-6xl px-4 py-6 sm:px-6 sm:py-8">
        {props.children}
      </MainLandmark>
    </>
  );
}
