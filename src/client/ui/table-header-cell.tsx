import ArrowDown from "lucide-solid/icons/arrow-down";
import ArrowUp from "lucide-solid/icons/arrow-up";
import ChevronsUpDown from "lucide-solid/icons/chevrons-up-down";
import { Match, Show, Switch } from "solid-js";
import { cx } from "./cx.ts";
import type { Column } from "./table-column.ts";

/** The header of a table column. It is a button if the table can be sorted by this column. */
export function TableHeaderCell<Row>(props: { column: Column<Row> }) {
  const sort = () => props.column.sort;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sort() && (sort()?.direction ?? "none")}
      class={cx(
        "px-3 py-2 text-xs font-medium whitespace-nowrap text-muted first:pl-5 last:pr-5",
        props.column.align === "end" ? "text-right" : "text-left",
      )}
    >
      <Show
        when={sort()}
        fallback={
          <span class={cx(props.column.isActions && "sr-only")}>
            {props.column.header}
          </span>
        }
      >
        {(sorting) => (
          <button
            type="button"
            class="-mx-1 inline-flex items-center gap-1 rounded-sm px-1 hover:text-ink"
            onClick={() => sorting().onToggle()}
          >
            {props.column.header}
            <SortSign direction={sorting().direction} />
          </button>
        )}
      </Show>
    </th>
  );
}

function SortSign(props: {
  direction: "ascending" | "descending" | undefined;
}) {
  return (
    <Switch fallback={<ChevronsUpDown size={12} />}>
      <Match when={props.direction === "ascending"}>
        <ArrowUp size={12} />
      </Match>
      <Match when={props.direction === "descending"}>
        <ArrowDown size={12} />
      </Match>
    </Switch>
  );
}
