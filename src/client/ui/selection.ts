import { type Accessor, createMemo, createSignal } from "solid-js";

/** The selected rows of a list. A row that leaves the list is deselected. */
export interface Selection<Row> {
  rows: Accessor<readonly Row[]>;
  has(row: Row): boolean;
  toggle(row: Row): void;
  all: Accessor<boolean>;
  toggleAll(): void;
  clear(): void;
  /** Returns the accessible name of a row's checkbox: "Select Website". */
  label(row: Row): string;
}

/**
 * Creates the selection of a list.
 *
 * @param idOf returns the id of a row
 */
export function createSelection<Row>(
  listed: Accessor<readonly Row[]>,
  label: (row: Row) => string,
  idOf: (row: Row) => string,
): Selection<Row> {
  const [ids, setIds] = createSignal<ReadonlySet<string>>(new Set());
  const rows = createMemo(() => listed().filter((row) => ids().has(idOf(row))));
  const all = () => rows().length > 0 && rows().length === listed().length;
  return {
    rows,
    has: (row) => ids().has(idOf(row)),
    toggle: (row) => {
      const id = idOf(row);
      setIds((before) =>
        before.has(id)
          ? new Set([...before].filter((other) => other !== id))
          : new Set(before).add(id),
      );
    },
    all,
    toggleAll: () =>
      setIds(all() ? new Set<string>() : new Set(listed().map(idOf))),
    clear: () => setIds(new Set<string>()),
    label,
  };
}
