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
import {
  type FlatSelect,
  type PreparedRead,
  prepareRead,
} from "./prepared-read";

/** A table in which each row belongs to one organization. */
export type TenantTable = SQLiteTable & {
  orgId: SQLiteColumn;
  id: SQLiteColumn;
};
/** A table without the column `orgId`, such as `users`. Only such tables can be joined to rows of an organization. */
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
 * Builds queries that read only the rows of one organization. Each query selects from a subquery that has the name of
 * the table, so that conditions can use the columns of the table; SQLite turns this into a search by primary key.
 */
export class TenantReader {
  readonly #drizzle: Drizzle;
  readonly #orgId: string | Placeholder;

  constructor(drizzle: Drizzle, orgId: string | Placeholder) {
    this.#drizzle = drizzle;
    this.#orgId = orgId;
  }

  from<T extends TenantTable>(table: T): Rows<Row<T>> {
    return rowsOf(this.#drizzle.select().from(this.#ownRows(table)));
  }

  /** Selects fields of the organization's rows, such as a count. */
  select<T extends TenantTable, F extends Fields>(
    table: T,
    fields: F,
  ): Rows<Picked<F>> {
    return rowsOf(this.#drizzle.select(fields).from(this.#ownRows(table)));
  }

  /** Selects fields of the organization's rows and of the rows of a global table that are joined to them. */
  join<T extends TenantTable, G extends GlobalTable, F extends Fields>(
    table: T,
    other: G,
    on: SQL,
    fields: F,
  ): Rows<Picked<F>> {
    const rows = this.#drizzle.select(fields).from(this.#ownRows(table));
    return rowsOf(rows.innerJoin(other as SQLiteTable, on));
  }

  /**
   * Like `join`, but also selects rows that have no row in the other table. The fields of the other table must be
   * expressions that can be null, such as `sql<string | null>\`${users.name}\``.
   */
  leftJoin<T extends TenantTable, G extends GlobalTable, F extends Fields>(
    table: T,
    other: G,
    on: SQL,
    fields: F,
  ): Rows<Picked<F>> {
    const rows = this.#drizzle.select(fields).from(this.#ownRows(table));
    return rowsOf(rows.leftJoin(other as SQLiteTable, on));
  }

  // The subquery has the same name and columns as the table, so Drizzle can use it in place of the table.
  #ownRows<T extends TenantTable>(table: T): T {
    return this.#drizzle
      .select()
      .from(table as SQLiteTable)
      .where(eq(table.orgId, this.#orgId))
      .as(getTableName(table)) as unknown as T;
  }
}

/** A query of one organization's rows. Its methods filter, group and order these rows, and none can add other rows. */
export interface Rows<R> extends FlatSelect<R> {
  where(condition: SQL | undefined): Rows<R>;
  groupBy(...columns: (SQLiteColumn | SQL)[]): Rows<R>;
  orderBy(...columns: (SQLiteColumn | SQL)[]): Rows<R>;
  limit(limit: number | Placeholder): Rows<R>;
  offset(offset: number | Placeholder): Rows<R>;
}

// Hides the other methods of Drizzle's query builder, because joins and unions could add rows of other organizations.
function rowsOf<R>(builder: object): Rows<R> {
  return builder as Rows<R>;
}

/** A query that was defined with `defineQuery` and is prepared once for each database. */
export interface TenantQuery<P, R> {
  readonly build: (reader: TenantReader) => FlatSelect<R>;
  readonly prepared: WeakMap<Drizzle, PreparedRead<R>>;
  readonly params?: P;
}

/**
 * Defines a query that is prepared once for each database.
 * @example defineQuery<{ limit: number }>()((db, value) => db.from(projects).limit(value("limit")))
 */
export function defineQuery<P extends Record<string, unknown>>() {
  return <R>(
    build: (
      db: TenantReader,
      value: (name: keyof P & string) => Placeholder,
    ) => FlatSelect<R>,
  ): TenantQuery<P, R> => ({
    build: (reader) => build(reader, (name) => sql.placeholder(name)),
    prepared: new WeakMap(),
  });
}

export const ORG_PLACEHOLDER = "tenantOrgId";

/** Prepares the query once for each database. The id of the organization is a parameter of the prepared query. */
export function prepare<P, R>(
  query: TenantQuery<P, R>,
  drizzle: Drizzle,
): PreparedRead<R> {
  let prepared = query.prepared.get(drizzle);
  if (!prepared) {
    const reader = new TenantReader(drizzle, sql.placeholder(ORG_PLACEHOLDER));
    prepared = prepareRead(drizzle.$client, query.build(reader));
    query.prepared.set(drizzle, prepared);
  }
  return prepared;
}

const findQueries = new WeakMap<
  TenantTable,
  TenantQuery<{ id: string }, unknown>
>();

/** Returns the query that reads a row by its id. */
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
  // The table determines the type of the rows, which the type of a WeakMap cannot express.
  return query as TenantQuery<{ id: string }, Row<T>>;
}
