import { For, Show } from "solid-js";
import { cx } from "./cx.ts";
import type { Column } from "./table-column.ts";
import { TableHeaderCell } from "./table-header-cell.tsx";

export interface TableProps<Row> {
  /** What the table lists, read aloud before it. */
  caption: string;
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
}

const CARD =
  "max-sm:relative max-sm:block max-sm:px-5 max-sm:py-3 max-sm:hover:bg-transparent";
const CARD_LINE =
  "max-sm:flex max-sm:min-h-8 max-sm:items-center max-sm:justify-between max-sm:gap-4 max-sm:px-0 max-sm:py-1 max-sm:first:pl-0 max-sm:last:pr-0";
const CARD_CORNER = "max-sm:absolute max-sm:top-3 max-sm:right-3 max-sm:p-0";

/**
 * Rows and columns; under 640 px every row becomes a card with its labels.
 * The roles are written out, because a table whose `display` is changed loses them.
 */
export function Table<Row>(props: TableProps<Row>) {
  return (
    <table role="table" class="w-full text-sm max-sm:block">
      <caption class="sr-only">{props.caption}</caption>
      <thead role="rowgroup" class="max-sm:hidden">
        <tr role="row">
          <For each={props.columns}>
            {(column) => <TableHeaderCell column={column} />}
          </For>
        </tr>
      </thead>
      <tbody role="rowgroup" class="max-sm:block">
        <For each={props.rows}>
          {(row) => <TableRow row={row} columns={props.columns} />}
        </For>
      </tbody>
    </table>
  );
}

function TableRow<Row>(props: { row: Row; columns: readonly Column<Row>[] }) {
  const hasActions = () => props.columns.some((column) => column.isActions);
  return (
    <tr
      role="row"
      class={cx(
        "border-t border-line hover:bg-canvas max-sm:first:border-t-0",
        CARD,
      )}
    >
      <For each={props.columns}>
        {(column, index) => (
          <Show
            when={index() === 0}
            fallback={
              <td role="cell" class={cellLook(column)}>
                <Show when={!column.isActions}>
                  <span class="shrink-0 text-muted sm:hidden">
                    {column.header}
                  </span>
                </Show>
                {column.cell(props.row)}
              </td>
            }
          >
            <th
              role="rowheader"
              scope="row"
              class={cx(cellLook(column), hasActions() && "max-sm:pr-12")}
            >
              {column.cell(props.row)}
            </th>
          </Show>
        )}
      </For>
    </tr>
  );
}

function cellLook<Row>(column: Column<Row>): string {
  return cx(
    "px-3 py-2.5 align-middle font-normal first:pl-5 last:pr-5",
    column.isActions ? CARD_CORNER : CARD_LINE,
    column.align === "end" ? "sm:text-right sm:tabular-nums" : "text-left",
    column.class,
  );
}
