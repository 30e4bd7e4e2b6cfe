import type { JSX } from "solid-js";

/** One column of a `Table`. */
export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => JSX.Element;
  align?: "end";
  /** What one can do with a row: the header is only read aloud, and a card shows it in its upper corner. */
  isActions?: boolean;
  /** Makes the header a button; no `direction` means sorted by another column. */
  sort?: {
    direction: "ascending" | "descending" | undefined;
    onToggle: () => void;
  };
  class?: string;
}
