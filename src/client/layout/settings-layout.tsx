import { For, type JSX } from "solid-js";
import { type NavGroup, NavLinks } from "#client/ui/nav-links.tsx";
import { texts } from "./texts.ts";

/**
 * Shows the links to the settings pages on the left and the current page beside them. On a phone, the links are in a
 * row above the page.
 */
export function SettingsLayout(props: {
  groups: readonly NavGroup[];
  children: JSX.Element;
}) {
  return (
    <div class="flex flex-col gap-6 md:flex-row md:gap-10">
      <div class="flex shrink-0 flex-col gap-5 max-md:hidden md:w-48 print:hidden">
        <For each={props.groups}>
          {(group) => (
            <div>
              <p
                aria-hidden="true"
                class="mb-1 px-2.5 text-xs font-medium text-subtle"
              >
                {group.label}
              </p>
              <NavLinks label={group.label} look="list" links={group.links} />
            </div>
          )}
        </For>
      </div>
      <div class="-mx-4 -mt-4 border-b border-line px-2 sm:-mx-6 sm:px-4 md:hidden print:hidden">
        <NavLinks
          label={texts().settingsLayout.settings}
          look="tabs"
          links={props.groups.flatMap((group) => group.links)}
        />
      </div>
      <div class="min-w-0 flex-1">{props.children}</div>
    </div>
  );
}
