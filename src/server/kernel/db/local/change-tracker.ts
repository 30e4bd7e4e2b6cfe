import type Database from "libsql";

/** The rows of a table that are tracked by the value of a column. */
export interface TrackedTable {
  table: string;
  /** The column whose values are reported when a row is inserted, changed or deleted. */
  column: string;
  /** Columns whose changes are not reported. */
  ignores?: readonly string[];
}

/** What has changed in the database since the last report. */
export interface Changes {
  /** Whether any row may have changed: another connection wrote, or this is the first report. */
  any: boolean;
  /** The changed rows of the tracked tables: the index of the table in the list, a colon, and the value of its column. */
  rows: readonly string[];
}

const NOTHING: Changes = { any: false, rows: [] };

/**
 * Reports which rows of a database have changed. Temporary triggers on the tracked tables write down the changes of this
 * connection, so SQLite itself includes those that its cascades and the triggers of the schema make, and leaves out
 * those that are rolled back. `PRAGMA data_version` shows that another connection has committed something.
 */
export class ChangeTracker {
  readonly #database: Database.Database;
  readonly #dataVersion: Database.Statement;
  readonly #schemaVersion: Database.Statement;
  #list: Database.Statement | undefined;
  #clear: Database.Statement | undefined;
  #hasWritten = true;
  #lastDataVersion: number | undefined;
  #lastSchemaVersion: number | undefined;
  /** The number of tables that have triggers. */
  #tracked = 0;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#dataVersion = database.prepare("pragma main.data_version").raw(true);
    this.#schemaVersion = database
      .prepare("pragma main.schema_version")
      .raw(true);
  }

  /** Must be called when this connection may have changed rows. */
  noteWrite(): void {
    this.#hasWritten = true;
  }

  /** Must be called when this connection may have changed the schema. */
  noteSchemaChange(): void {
    this.#lastDataVersion = undefined;
  }

  /**
   * Returns the changes since the last call.
   * @param tables the same list in every call; new tables can be added at its end
   */
  read(tables: readonly TrackedTable[]): Changes {
    const version = numberOf(this.#dataVersion);
    if (version === this.#lastDataVersion && tables.length === this.#tracked)
      return this.#hasWritten
        ? { any: false, rows: this.#readRows() }
        : NOTHING;
    this.#track(tables);
    this.#readRows();
    this.#lastDataVersion = version;
    return { any: true, rows: [] };
  }

  /** Creates the triggers again if the schema has changed, because rebuilding a table drops its triggers. */
  #track(tables: readonly TrackedTable[]): void {
    const version = numberOf(this.#schemaVersion);
    if (version === this.#lastSchemaVersion && tables.length === this.#tracked)
      return;
    this.#createTriggers(tables);
    this.#lastSchemaVersion = version;
    this.#tracked = tables.length;
  }

  #readRows(): string[] {
    this.#hasWritten = false;
    const rows = this.#list?.all([]) as [string][] | undefined;
    if (!rows || rows.length === 0) return [];
    this.#clear?.run([]);
    return rows.map(([row]) => row);
  }

  #createTriggers(tables: readonly TrackedTable[]): void {
    this.#database.exec(
      [
        "create temp table if not exists changed_rows (changed text not null)",
        ...tables.flatMap((table, index) => this.#triggersOf(table, index)),
      ].join(";\n"),
    );
    this.#list ??= this.#database
      .prepare("select changed from temp.changed_rows")
      .raw(true);
    this.#clear ??= this.#database.prepare("delete from temp.changed_rows");
  }

  #triggersOf({ table, column, ignores }: TrackedTable, index: number) {
    const trigger = (event: string, on: string, ...values: string[]) =>
      `drop trigger if exists temp."changed_${index}_${event}";
      create temp trigger "changed_${index}_${event}" after ${on} on main."${table}" begin
        ${values.map((value) => `insert into changed_rows (changed) select '${index}:' || ${value} where ${value} is not null;`).join("\n")}
      end`;
    const before = `old."${column}"`;
    const after = `new."${column}"`;
    return [
      trigger("insert", "insert", after),
      trigger("delete", "delete", before),
      trigger("update", this.#updateOf(table, ignores), before, after),
    ];
  }

  #updateOf(table: string, ignores: readonly string[] = []): string {
    if (ignores.length === 0) return "update";
    const columns = this.#database
      .prepare("select name from pragma_table_info(?)")
      .raw(true)
      .all([table]) as [string][];
    const reported = columns.flat().filter((name) => !ignores.includes(name));
    return `update of ${reported.map((name) => `"${name}"`).join(", ")}`;
  }
}

function numberOf(pragma: Database.Statement): number {
  // The native package `libsql` declares rows as unknown. In raw mode a row is an array.
  const [number] = pragma.get([]) as [number];
  return number;
}
