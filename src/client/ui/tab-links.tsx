import { createEffect, Index, on, Show } from "solid-js";
import { showCurrent } from "./show-current.ts";

export interface TabLink {
  id: string;
  label: string;
  href: string;
  isCurrent: boolean;
  count?: number | string | undefined;
  /** Called when the user follows the link. */
  onFollow?: () => unknown;
}

/** Links to the views of one page, in a row. A row that is too long scrolls sideways. */
export function TabLinks(props: {
  /** The accessible name of the links. */
  label: string;
  tabs: readonly TabLink[];
}) {
  let list: HTMLUListElement | undefined;
  // On a phone, the tabs are wider than the screen, so the current tab is scrolled into view.
  createEffect(
    on(
      () => props.tabs.findIndex(({ isCurrent }) => isCurrent),
      () => showCurrent(list),
    ),
  );
  return (
    <nav aria-label={props.label} class="mb-4 border-b border-line">
      <ul
        ref={(element) => (list = element)}
        class="-mb-px flex gap-4 overflow-x-auto"
      >
        {/* By index, because new objects for the same tabs must not take the focus from the link. */}
        <Index each={props.tabs}>
          {(tab) => (
            <li>
              <a
                href={tab().href}
                noScroll
                aria-current={tab().isCurrent ? "page" : undefined}
                onClick={() => tab().onFollow?.()}
                class="inline-flex h-9 items-center gap-1.5 border-b-2 border-transparent text-sm whitespace-nowrap text-muted hover:text-ink focus-visible:-outline-offset-2 current:border-accent current:font-medium current:text-ink pointer-coarse:h-11"
              >
                {tab().label}
                <Show when={tab().count !== undefined}>
                  <span class="rounded-full bg-sunken px-1.5 text-xs text-muted tabular-nums">
                    {tab().count}
                  </span>
                </Show>
              </a>
            </li>
          )}
        </Index>
      </ul>
    </nav>
  );
}
