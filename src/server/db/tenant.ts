import {
  and,
  eq,
  type GetColumnData,
  getTableName,
  sql,
  type Placeholder,
  type SQL,
} from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { DomainError } from "../errors";
import type { Drizzle } from "./client";
import {
  completeRow,
  deleteStatement,
  insertStatement,
  updateStatement,
} from "./statement";
import type { Otherwise, UnitOfWork } from "./unit-of-work";

/** A table whose rows belong to one organization each. */
export type TenantTable = SQLiteTable & {
  orgId: SQLiteColumn;
  id: SQLiteColumn;
};
/** A table without a tenant key, such as `users`; the only kind a tenant read may be joined with. */
export type GlobalTable = SQLiteTable & { orgId?: never; id: SQLiteColumn };
/** The table of the organizations themselves: the one row that is the tenant. */
export type TenantRoot = SQLiteTable & {
  orgId?: never;
  id: SQLiteColumn;
  slug: SQLiteColumn;
};

type Row<T extends SQLiteTable> = T["$inferSelect"];
/** The values of a new row: stating `orgId` does not compile, the database adds it. */
type NewRow<T extends SQLiteTable> = Omit<T["$inferInsert"], "orgId"> & {
  orgId?: never;
};
type Changes<T extends SQLiteTable> = Partial<
  Omit<T["$inferInsert"], "orgId" | "id">
> & {
  orgId?: never;
  id?: never;
};
type Fields = Record<string, SQLiteColumn | SQL.Aliased | SQL>;
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

/** One organization's part of the database. There is no way from here to another organization's rows. */
export class TenantDb {
  readonly #drizzle: Drizzle;
  readonly #work: UnitOfWork;
  readonly #reader: TenantReader;

  constructor(
    drizzle: Drizzle,
    work: UnitOfWork,
    readonly orgId: string,
  ) {
    this.#drizzle = drizzle;
    this.#work = work;
    this.#reader = new TenantReader(drizzle, orgId);
  }

  get now(): number {
    return this.#work.now;
  }

  from<T extends TenantTable>(table: T) {
    return this.#reader.from(table);
  }

  select<T extends TenantTable, F extends Fields>(table: T, fields: F) {
    return this.#reader.select(table, fields);
  }

  /** Runs a defined read for this organization. */
  all<P extends Record<string, unknown>, R>(
    query: TenantQuery<P, R>,
    params: P,
  ): Promise<R[]> {
    let prepared = query.prepared.get(this.#drizzle);
    if (!prepared) {
      prepared = query
        .build(
          new TenantReader(this.#drizzle, sql.placeholder(ORG_PLACEHOLDER)),
        )
        .prepare();
      query.prepared.set(this.#drizzle, prepared);
    }
    return prepared.all({ ...params, [ORG_PLACEHOLDER]: this.orgId });
  }

  async find<T extends TenantTable>(
    table: T,
    id: string,
  ): Promise<Row<T> | undefined> {
    const [row] = await this.all(findQuery(table), { id });
    return row;
  }

  /** Adds a row when the mutation is stored, and returns it as it will be. */
  insert<T extends TenantTable>(
    table: T,
    values: NewRow<T>,
    otherwise?: Otherwise,
  ): Row<T> {
    const row = completeRow(table, { ...values, orgId: this.orgId });
    this.#work.write(insertStatement(table, row), otherwise);
    this.#record(table, null, row);
    return row as Row<T>;
  }

  /** Changes the row that was read as `before`; refused as `otherwise` when it is gone by then. */
  update<T extends TenantTable>(
    table: T,
    before: Row<T>,
    changes: Changes<T>,
    otherwise: Otherwise = gone,
  ): Row<T> {
    const after = { ...before, ...stated(changes) };
    this.#work.write(
      updateStatement(table, changes, this.#key(before)),
      otherwise,
    );
    this.#work.mustHaveChanged(otherwise);
    this.#record(table, before, after);
    return after;
  }

  remove<T extends TenantTable>(
    table: T,
    before: Row<T>,
    otherwise: Otherwise = gone,
  ): void {
    this.#work.write(deleteStatement(table, this.#key(before)), otherwise);
    this.#work.mustHaveChanged(otherwise);
    this.#record(table, before, null);
  }

  /** The organization's own row. */
  async readRoot<T extends TenantRoot>(root: T): Promise<Row<T>> {
    const [row] = await this.#drizzle
      .select()
      .from(root as TenantRoot)
      .where(eq(root.id, this.orgId));
    if (!row) throw new DomainError("ORGANIZATION_NOT_FOUND");
    return row as Row<T>;
  }

  /** Changes the organization's own row. */
  updateRoot<T extends TenantRoot>(
    root: T,
    before: Row<T>,
    changes: Partial<T["$inferInsert"]> & { id?: never },
    otherwise: Otherwise,
  ): Row<T> {
    const after = { ...before, ...stated(changes) };
    this.#work.write(
      updateStatement(root, changes, { id: this.orgId }),
      otherwise,
    );
    this.#record(root, before, after);
    return after;
  }

  /** Undoes the whole mutation unless the condition holds when it is stored. */
  must(condition: SQL, otherwise: Otherwise): void {
    this.#work.must(condition, otherwise);
  }

  /** Undoes the whole mutation unless some row of the table, of this organization, fits. */
  mustExist(
    table: TenantTable,
    condition: SQL | undefined,
    otherwise: Otherwise,
  ): void {
    const own = and(eq(table.orgId, this.orgId), condition);
    this.#work.must(
      sql`exists (select 1 from ${table} where ${own})`,
      otherwise,
    );
  }

  #key(row: Record<string, unknown>) {
    return { orgId: this.orgId, id: row.id };
  }

  #record(
    table: TenantTable | TenantRoot,
    before: Record<string, unknown> | null,
    after: Record<string, unknown> | null,
  ): void {
    const id = String((after ?? before)?.id);
    this.#work.record(this.orgId, {
      table: getTableName(table),
      id,
      before,
      after,
    });
  }
}

const ORG_PLACEHOLDER = "tenantOrgId";

/** Without the fields that are named and left undefined: those are not changed. */
function stated<C extends object>(changes: C): C {
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as C;
}

function gone(): DomainError {
  return new DomainError("NOT_FOUND");
}

const findQueries = new WeakMap<
  TenantTable,
  TenantQuery<{ id: string }, unknown>
>();

function findQuery<T extends TenantTable>(
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
