/** A column of a CSV file. */
export interface CsvColumn<Row> {
  name: string;
  value: (row: Row) => unknown;
  /**
   * Whether users can choose the text in this column, so that the text could be a formula. Values of the server, such
   * as a hash, are written unchanged.
   */
  isUserText?: boolean;
}

/** The line with the names of the columns. */
export function csvHeader<Row>(columns: readonly CsvColumn<Row>[]): string {
  return csvLine(columns.map(({ name }) => csvCell(name)));
}

/** The line of a row. Numbers are not quoted, and null becomes an empty text. */
export function csvRow<Row>(
  columns: readonly CsvColumn<Row>[],
  row: Row,
): string {
  return csvLine(columns.map((column) => cellOf(column, row)));
}

function cellOf<Row>({ value, isUserText }: CsvColumn<Row>, row: Row): string {
  const cell = value(row);
  if (typeof cell === "number") return String(cell);
  const text = String(cell ?? "");
  return csvCell(isUserText ? escapeFormula(text) : text);
}

function csvLine(cells: readonly string[]): string {
  return `${cells.join(",")}\r\n`;
}

function csvCell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

// Spreadsheets execute a cell that begins like a formula, also with full-width characters. Users could put a formula
// into a name.
function escapeFormula(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
}
