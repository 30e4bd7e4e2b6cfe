import { useLocation } from "@solidjs/router";
import { For } from "solid-js";
import { RANGES, type Range, RANGES_BY_LENGTH } from "./range.ts";
import { texts } from "../texts.ts";

/** Selects the period of the numbers on the dashboard. The URL holds the selected period. */
export function RangePicker(props: { value: Range }) {
  const location = useLocation();
  const urlOf = (range: Range) => {
    const query = new URLSearchParams(location.search);
    if (range === RANGES[0]) query.delete("range");
    else query.set("range", range);
    return query.size > 0 ? `${location.pathname}?${query}` : location.pathname;
  };
  return (
    <nav
      aria-label={texts().range.label}
      class="flex rounded-md border border-line bg-sunken p-0.5 text-sm"
    >
      <For each={RANGES_BY_LENGTH}>
        {(range) => (
          <a
            href={urlOf(range)}
            noScroll
            aria-current={range === props.value ? "true" : undefined}
            class="flex h-7 items-center rounded-sm px-2.5 whitespace-nowrap text-muted hover:text-ink current:bg-raised current:font-medium current:text-ink current:shadow-xs pointer-coarse:min-h-11 max-sm:flex-1 max-sm:justify-center max-sm:px-1.5"
          >
            {texts().range[range]}
          </a>
        )}
      </For>
    </nav>
  );
}
