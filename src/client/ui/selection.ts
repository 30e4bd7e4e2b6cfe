import { type Accessor, createMemo, createSignal } from "solid-js";

/** Which rows of a list are ticked. A row that leaves the list is ticked no more. */
export interface Selection<Row> {
  rows: Accessor<readonly Row[]>;
  has(row: Row): boolean;
  toggle(row: Row): void;
  all: Accessor<boolean>;
  toggleAll(): void;
  clear(): void;
  /** The name of a row's box: "Select Website". */
  label(row: Row): string;
}

export function createSelection<Row extends { id: string }>(
  listed: Accessor<readonly Row[]>,
  label: (row: Row) => string,
): Selection<Row> {
  const [ids, setIds] = createSignal<ReadonlySet<string>>(new Set());
  const rows = createMemo(() => listed().filter(({ id }) => ids().has(id)));
  const all = () => rows().length > 0 && rows().length === listed().length;
  return {
    rows,
    has: (row) => ids().has(row.id),
    toggle: ({ id }) =>
      setIds((before) =>
        before.has(id)
          ? new Set([...before].filter((other) => other !== id))
          : new Set(before).add(id),
      ),
    all,
    toggleAll: () =>
      setIds(all() ? new Set<string>() : new Set(listed().map(({ id }) => id))),
    clear: () => setIds(new Set<string>()),
    label,
  };
}
