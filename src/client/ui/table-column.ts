import type { JSX } from "solid-js";

/** One column of a `Table`. */
export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => JSX.Element;
  align?: "end";
  /** The actions of a row. The header is for screen readers only; a card shows it in its upper corner. */
  isActions?: boolean;
  /** Makes the header a button. Without a `direction`, another column is sorted. */
  sort?: {
    direction: "ascending" | "descending" | undefined;
    onToggle: () => void;
  };
  class?: string;
}
