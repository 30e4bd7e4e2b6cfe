import type { ResultSet, Row, Value } from "@libsql/client";
import { toRow, type NativeValue, type RowShape } from "./row";

export function resultOfRows(
  shape: RowShape,
  nativeRows: NativeValue[][],
): ResultSet {
  return new LocalResultSet(
    shape.columns.slice(),
    shape.columnTypes.slice(),
    nativeRows.map((values) => toRow(shape, values)),
    0,
    undefined,
  );
}

export function resultOfChange(
  changes: number,
  lastInsertRowid: number | bigint,
): ResultSet {
  return new LocalResultSet([], [], [], changes, BigInt(lastInsertRowid));
}

class LocalResultSet implements ResultSet {
  constructor(
    readonly columns: string[],
    readonly columnTypes: string[],
    readonly rows: Row[],
    readonly rowsAffected: number,
    readonly lastInsertRowid: bigint | undefined,
  ) {}

  toJSON() {
    return {
      columns: this.columns,
      columnTypes: this.columnTypes,
      rows: this.rows.map((row) => Array.from(row, toJsonValue)),
      rowsAffected: this.rowsAffected,
      lastInsertRowid: this.lastInsertRowid?.toString() ?? null,
    };
  }
}

function toJsonValue(value: Value): unknown {
  if (value instanceof ArrayBuffer)
    return Buffer.from(value).toString("base64");
  return value;
}
