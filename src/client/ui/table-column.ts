import type { JSX } from "solid-js";

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => JSX.Element;
  align?: "end";
  /**
   * Whether the column holds the actions of a row. Only screen readers read its header, and a card shows the actions
   * in its upper corner.
   */
  isActions?: boolean;
  /** Makes the header a button that sorts the table. Without a `direction`, the table is sorted by another column. */
  sort?: {
    direction: "ascending" | "descending" | undefined;
    onToggle: () => void;
  };
  class?: string;
}
