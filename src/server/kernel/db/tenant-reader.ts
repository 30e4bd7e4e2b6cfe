import {
  eq,
  type GetColumnData,
  getTableName,
  type Placeholder,
  type SQL,
  sql,
} from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Drizzle } from "./client";

/** A table whose rows belong to one organization each. */
export type TenantTable = SQLiteTable & {
  orgId: SQLiteColumn;
  id: SQLiteColumn;
};
/** A table without a tenant key, such as `users`; the only kind a tenant read may be joined with. */
export type GlobalTable = SQLiteTable & { orgId?: never; id: SQLiteColumn };
export type Row<T extends SQLiteTable> = T["$inferSelect"];
export type Fields = Record<string, SQLiteColumn | SQL.Aliased | SQL>;
type Picked<F extends Fields> = {
  [K in keyof F]: F[K] extends SQLiteColumn
    ? GetColumnData<F[K]>
    : F[K] extends SQL<infer V> | SQL.Aliased<infer V>
      ? V
      : never;
};

/**
 * Reads that start from rows already narrowed to one organization. The subquery carries the table's own name, so
 * that conditions are written on the table; SQLite flattens it onto the composite index.
 */
export class TenantReader {
  readonly #drizzle: Drizzle;
  readonly #orgId: string | Placeholder;

  constructor(drizzle: Drizzle, orgId: string | Placeholder) {
    this.#drizzle = drizzle;
    this.#orgId = orgId;
  }

  from<T extends TenantTable>(table: T): Rows<Row<T>> {
    return rowsOf(this.#drizzle.select().from(this.#narrowed(table)));
  }

  /** Chosen fields (for example a count) of the organization's rows. */
  select<T extends TenantTable, F extends Fields>(
    table: T,
    fields: F,
  ): Rows<Picked<F>> {
    return rowsOf(this.#drizzle.select(fields).from(this.#narrowed(table)));
  }

  /** Chosen fields of the organization's rows together with the global row they point to. */
  join<T extends TenantTable, G extends GlobalTable, F extends Fields>(
    table: T,
    other: G,
    on: SQL,
    fields: F,
  ): Rows<Picked<F>> {
    const rows = this.#drizzle.select(fields).from(this.#narrowed(table));
    return rowsOf(rows.innerJoin(other as SQLiteTable, on));
  }

  // The subquery has the table's name and columns, so Drizzle may take it for the table itself.
  #narrowed<T extends TenantTable>(table: T): T {
    return this.#drizzle
      .select()
      .from(table as SQLiteTable)
      .where(eq(table.orgId, this.#orgId))
      .as(getTableName(table)) as unknown as T;
  }
}

/** Rows of one organization. What may follow narrows and orders them; nothing adds others to them. */
export interface Rows<R> extends PromiseLike<R[]>, Preparable<R> {
  where(condition: SQL | undefined): Rows<R>;
  groupBy(...columns: (SQLiteColumn | SQL)[]): Rows<R>;
  orderBy(...columns: (SQLiteColumn | SQL)[]): Rows<R>;
  limit(limit: number | Placeholder): Rows<R>;
  offset(offset: number | Placeholder): Rows<R>;
}

interface Preparable<R> {
  prepare(): { all(values: Record<string, unknown>): Promise<R[]> };
}

// Drizzle's builder does all of that; its joins and unions would let in rows that nobody narrowed.
function rowsOf<R>(builder: object): Rows<R> {
  return builder as Rows<R>;
}

/** A read that is built once and then only bound; `define` makes one. */
export interface TenantQuery<P, R> {
  readonly build: (reader: TenantReader) => Preparable<R>;
  readonly prepared: WeakMap<Drizzle, ReturnType<Preparable<R>["prepare"]>>;
  readonly params?: P;
}

/** Defines a read with named values: `defineQuery<{ limit: number }>()((db, value) => db.from(projects).limit(value("limit")))`. */
export function defineQuery<P extends Record<string, unknown>>() {
  return <R>(
    build: (
      db: TenantReader,
      value: (name: keyof P & string) => Placeholder,
    ) => Preparable<R>,
  ): TenantQuery<P, R> => ({
    build: (reader) => build(reader, (name) => sql.placeholder(name)),
    prepared: new WeakMap(),
  });
}

export const ORG_PLACEHOLDER = "tenantOrgId";

/** Built once per database; the organization is one of the values it is run with. */
export function prepare<P, R>(query: TenantQuery<P, R>, drizzle: Drizzle) {
  let prepared = query.prepared.get(drizzle);
  if (!prepared) {
    const reader = new TenantReader(drizzle, sql.placeholder(ORG_PLACEHOLDER));
    prepared = query.build(reader).prepare();
    query.prepared.set(drizzle, prepared);
  }
  return prepared;
}

const findQueries = new WeakMap<
  TenantTable,
  TenantQuery<{ id: string }, unknown>
>();

/** The row of an id, for any table. */
export function findQuery<T extends TenantTable>(
  table: T,
): TenantQuery<{ id: string }, Row<T>> {
  let query = findQueries.get(table);
  if (!query) {
    query = defineQuery<{ id: string }>()((db, value) =>
      db.from<TenantTable>(table).where(eq(table.id, value("id"))),
    );
    findQueries.set(table, query);
  }
  // The map's key decides the row type; WeakMap cannot say so.
  return query as TenantQuery<{ id: string }, Row<T>>;
}
