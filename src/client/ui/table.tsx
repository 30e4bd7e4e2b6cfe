import { For, onCleanup, Show } from "solid-js";
import { Checkbox } from "./checkbox.tsx";
import { cx } from "./cx.ts";
import { VirtualRows } from "./virtual-rows.tsx";
import type { Selection } from "./selection.ts";
import type { Column } from "./table-column.ts";
import { TableHeaderCell } from "./table-header-cell.tsx";
import { texts } from "./texts.ts";

export interface TableProps<Row> {
  /** A text about what the table lists, for screen readers. */
  caption: string;
  /** The columns of the table. The first column contains the row headers. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Adds a checkbox to each row and to the header, with which the user selects rows. */
  selection?: Selection<Row> | undefined;
}

/** The largest number of rows that are all rendered. A longer table renders only the rows near the viewport. */
const ALL_IN_DOCUMENT = 200;

const CARD =
  "max-sm:relative max-sm:block max-sm:px-5 max-sm:py-3 max-sm:hover:bg-transparent";
const CARD_LINE =
  "max-sm:flex max-sm:min-h-8 max-sm:items-center max-sm:justify-between max-sm:gap-4 max-sm:px-0 max-sm:py-1 max-sm:first:pl-0 max-sm:last:pr-0";
const SELECT_CELL =
  "w-8 py-2.5 pl-5 align-middle max-sm:absolute max-sm:top-3 max-sm:left-5 max-sm:w-auto max-sm:p-0";
const CARD_CORNER =
  "max-sm:absolute max-sm:top-3 max-sm:right-1.5 max-sm:p-0 max-sm:last:pr-0";

/**
 * A table. Below a width of 640 px every row is a card with labels; the ARIA roles are explicit, because browsers
 * drop the roles of a table with another CSS `display`.
 */
export function Table<Row>(props: TableProps<Row>) {
  const isLong = () => props.rows.length > ALL_IN_DOCUMENT;
  return (
    <table
      role="table"
      aria-rowcount={isLong() ? props.rows.length + 1 : undefined}
      class="w-full text-sm max-sm:block"
    >
      <caption class="sr-only">{props.caption}</caption>
      <thead role="rowgroup" class="max-sm:hidden">
        <tr role="row">
          <Show when={props.selection}>
            {(selection) => <SelectAllCell selection={selection()} />}
          </Show>
          <For each={props.columns}>
            {(column) => <TableHeaderCell column={column} />}
          </For>
        </tr>
      </thead>
      <Show
        when={isLong()}
        fallback={
          <tbody role="rowgroup" class="max-sm:block">
            <For each={props.rows}>
              {(row) => (
                <TableRow
                  row={row}
                  columns={props.columns}
                  selection={props.selection}
                />
              )}
            </For>
          </tbody>
        }
      >
        <VirtualRows rows={props.rows}>
          {(row, index, measure) => (
            <TableRow
              row={row()}
              columns={props.columns}
              selection={props.selection}
              index={index}
              ref={measure}
            />
          )}
        </VirtualRows>
      </Show>
    </table>
  );
}

function TableRow<Row>(props: {
  row: Row;
  columns: readonly Column<Row>[];
  selection: Selection<Row> | undefined;
  /** The index of the row, in a table that renders only some of its rows. */
  index?: number;
  ref?: (element: HTMLTableRowElement) => void;
}) {
  const hasActions = () => props.columns.some((column) => column.isActions);
  let row: HTMLTableRowElement | undefined;
  onCleanup(() => row && passFocusOn(row));
  return (
    <tr
      ref={(element) => {
        row = element;
        props.ref?.(element);
      }}
      role="row"
      data-index={props.index}
      aria-rowindex={props.index === undefined ? undefined : props.index + 2}
      class={cx(
        "border-t border-line hover:bg-canvas max-sm:first:border-t-0",
        CARD,
        props.selection?.has(props.row) && "bg-accent-soft",
        props.selection && "max-sm:pl-13",
      )}
    >
      <Show when={props.selection}>
        {(selection) => (
          <td role="cell" class={SELECT_CELL}>
            <Checkbox
              label={selection().label(props.row)}
              hideLabel
              checked={selection().has(props.row)}
              onChange={() => selection().toggle(props.row)}
              onKeyDown={moveBetweenCheckboxes}
            />
          </td>
        )}
      </Show>
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

/** The arrow keys move between the checkboxes of rows, so that the user selects several rows without other stops. */
function moveBetweenCheckboxes(event: KeyboardEvent): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const row =
    event.target instanceof Element ? event.target.closest("tr") : null;
  const next =
    event.key === "ArrowDown"
      ? row?.nextElementSibling
      : row?.previousElementSibling;
  const checkbox = next?.querySelector<HTMLElement>("input[type=checkbox]");
  if (!checkbox) return;
  event.preventDefault();
  checkbox.focus();
}

/** Moves the focus to a neighbouring row when the row that has the focus is removed. */
function passFocusOn(row: HTMLTableRowElement): void {
  if (!row.contains(document.activeElement)) return;
  const neighbour = row.nextElementSibling ?? row.previousElementSibling;
  setTimeout(() => {
    const control = neighbour?.querySelector<HTMLElement>("a[href], button");
    (control?.isConnected ? control : document.getElementById("main"))?.focus({
      preventScroll: true,
    });
  });
}

function SelectAllCell<Row>(props: { selection: Selection<Row> }) {
  return (
    <td role="cell" class={SELECT_CELL}>
      <Checkbox
        label={texts().table.selectAll}
        hideLabel
        checked={props.selection.all()}
        indeterminate={
          props.selection.rows().length > 0 && !props.selection.all()
        }
        onChange={() => props.selection.toggleAll()}
      />
    </td>
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
