import ArrowDown from "lucide-solid/icons/arrow-down";
import ArrowUp from "lucide-solid/icons/arrow-up";
import ChevronsUpDown from "lucide-solid/icons/chevrons-up-down";
import { For, type JSX, Match, Show, Switch } from "solid-js";
import { cx } from "./cx.ts";

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => JSX.Element;
  align?: "end";
  /** For the column of actions: the header is only read aloud, and the card shows no label. */
  hideHeader?: boolean;
  /** Makes the header a button; `undefined` in `direction` means sorted by another column. */
  sort?: {
    direction: "ascending" | "descending" | undefined;
    onToggle: () => void;
  };
  class?: string;
}

export interface TableProps<Row> {
  /** What the table lists, read aloud before it. */
  caption: string;
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
}

/**
 * Rows and columns; under 640 px every row becomes a card with its labels.
 * The roles are written out, because a table whose `display` is changed loses them.
 */
export function Table<Row>(props: TableProps<Row>) {
  return (
    <table role="table" class="w-full text-sm max-sm:block">
      <caption class="sr-only">{props.caption}</caption>
      <thead role="rowgroup" class="max-sm:sr-only">
        <tr role="row">
          <For each={props.columns}>
            {(column) => <HeaderCell column={column} />}
          </For>
        </tr>
      </thead>
      <tbody role="rowgroup" class="max-sm:block">
        <For each={props.rows}>
          {(row) => (
            <tr
              role="row"
              class="border-t border-line first:border-t-0 hover:bg-canvas max-sm:block max-sm:px-5 max-sm:py-3 sm:first:border-t"
            >
              <For each={props.columns}>
                {(column, index) => (
                  <BodyCell
                    column={column}
                    row={row}
                    isHeader={index() === 0}
                  />
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

function HeaderCell<Row>(props: { column: Column<Row> }) {
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={
        props.column.sort ? (props.column.sort.direction ?? "none") : undefined
      }
      class={cx(
        "px-3 py-2 text-xs font-medium text-muted first:pl-5 last:pr-5",
        props.column.align === "end" ? "text-right" : "text-left",
      )}
    >
      <Show
        when={props.column.sort}
        fallback={
          <span class={cx(props.column.hideHeader && "sr-only")}>
            {props.column.header}
          </span>
        }
      >
        {(sort) => (
          <button
            type="button"
            class="-mx-1 inline-flex items-center gap-1 rounded-sm px-1 hover:text-ink"
            onClick={() => sort().onToggle()}
          >
            {props.column.header}
            <SortSign direction={sort().direction} />
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

function BodyCell<Row>(props: {
  column: Column<Row>;
  row: Row;
  isHeader: boolean;
}) {
  const look = () =>
    cx(
      "px-3 py-2.5 align-middle font-normal first:pl-5 last:pr-5 max-sm:flex max-sm:min-h-8 max-sm:items-center max-sm:justify-between max-sm:gap-4 max-sm:px-0 max-sm:py-1 max-sm:first:pl-0 max-sm:last:pr-0",
      props.column.align === "end"
        ? "sm:text-right sm:tabular-nums"
        : "text-left",
      props.column.class,
    );
  return (
    <Show
      when={props.isHeader}
      fallback={
        <td role="cell" class={look()}>
          <Show when={!props.column.hideHeader}>
            <span aria-hidden="true" class="shrink-0 text-muted sm:hidden">
              {props.column.header}
            </span>
          </Show>
          {props.column.cell(props.row)}
        </td>
      }
    >
      <th role="rowheader" scope="row" class={look()}>
        {props.column.cell(props.row)}
      </th>
    </Show>
  );
}
