import { useLocation } from "@solidjs/router";
import { For, Show } from "solid-js";

export interface QueryTab {
  value: string;
  label: string;
  count?: number | string | undefined;
}

export interface QueryTabsProps {
  /** The accessible name of the tabs. */
  label: string;
  /** The tabs, of which the first one is the default. */
  tabs: readonly QueryTab[];
  /** The name of the query parameter that holds the current tab: `?tab=invitations`. */
  param?: string;
}

/** Tabs for the views of one page. The current tab is in the URL, so that users can link to it and Back works. */
export function QueryTabs(props: QueryTabsProps) {
  const location = useLocation();
  const param = () => props.param ?? "tab";
  const current = () =>
    new URLSearchParams(location.search).get(param()) ?? props.tabs[0]?.value;
  const addressOf = (value: string) => {
    const query = new URLSearchParams(location.search);
    if (value === props.tabs[0]?.value) query.delete(param());
    else query.set(param(), value);
    return query.size > 0 ? `${location.pathname}?${query}` : location.pathname;
  };

  return (
    <nav aria-label={props.label} class="mb-4 border-b border-line">
      <ul class="-mb-px flex gap-4 overflow-x-auto">
        <For each={props.tabs}>
          {(tab) => (
            <li>
              <a
                href={addressOf(tab.value)}
                noScroll
                aria-current={tab.value === current() ? "page" : undefined}
                class="inline-flex h-9 items-center gap-1.5 border-b-2 border-transparent text-sm whitespace-nowrap text-muted hover:text-ink focus-visible:-outline-offset-2 current:border-accent current:font-medium current:text-ink pointer-coarse:h-11"
              >
                {tab.label}
                <Show when={tab.count !== undefined}>
                  <span class="rounded-full bg-sunken px-1.5 text-xs text-muted tabular-nums">
                    {tab.count}
                  </span>
                </Show>
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}
