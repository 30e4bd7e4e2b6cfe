import { and, eq, getTableName, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { DomainError } from "#server/kernel/errors";
import type { Drizzle } from "./client";
import {
  completeRow,
  deleteStatement,
  insertStatement,
  updateStatement,
} from "./statement";
import {
  type Fields,
  findQuery,
  ORG_PLACEHOLDER,
  prepare,
  type Row,
  type TenantQuery,
  TenantReader,
  type TenantTable,
} from "./tenant-reader";
import type { OnViolation, UnitOfWork } from "./unit-of-work";

/** The table of the organizations, in which each row is a tenant. */
export type TenantRoot = SQLiteTable & {
  orgId?: never;
  id: SQLiteColumn;
  slug: SQLiteColumn;
};

/** The values of a new row without `orgId`. `TenantDb` adds it, so that code cannot choose another organization. */
type NewRow<T extends SQLiteTable> = Omit<T["$inferInsert"], "orgId"> & {
  orgId?: never;
};
/** The values of some columns, for a condition or a change. `orgId` and `id` are not allowed. */
export type Changes<T extends SQLiteTable> = Partial<
  Omit<T["$inferInsert"], "orgId" | "id">
> & {
  orgId?: never;
  id?: never;
};

/** The database as one organization sees it. It cannot read or write rows of other organizations. */
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

  /** Runs a query that was defined with `defineQuery`. */
  all<P extends Record<string, unknown>, R>(
    query: TenantQuery<P, R>,
    params: P,
  ): Promise<R[]> {
    return prepare(query, this.#drizzle).all({
      ...params,
      [ORG_PLACEHOLDER]: this.orgId,
    });
  }

  async find<T extends TenantTable>(
    table: T,
    id: string,
  ): Promise<Row<T> | undefined> {
    const [row] = await this.all(findQuery(table), { id });
    return row;
  }

  /** Adds an insert to the batch of the mutation, and returns the row as it will be stored. */
  insert<T extends TenantTable>(
    table: T,
    values: NewRow<T>,
    onViolation?: OnViolation,
  ): Row<T> {
    const row = completeRow(table, { ...values, orgId: this.orgId });
    this.#work.write(insertStatement(table, row), onViolation);
    this.#record(table, null, row);
    return row as Row<T>;
  }

  /**
   * Adds a change of a row to the batch of the mutation. The mutation fails with `onViolation` if the row does not
   * exist any more when the batch runs.
   */
  update<T extends TenantTable>(
    table: T,
    before: Row<T>,
    changes: Changes<T>,
    onViolation: OnViolation = notFound,
  ): Row<T> {
    const after = { ...before, ...withoutUndefined(changes) };
    this.#work.write(
      updateStatement(table, changes, this.#key(before)),
      onViolation,
    );
    this.#work.guardRowChanged(onViolation);
    this.#record(table, before, after);
    return after;
  }

  /**
   * Changes all rows with the values of `where`; there may be none. The audit log stores one change for all these rows.
   */
  updateAll<T extends TenantTable>(
    table: T,
    where: Changes<T>,
    changes: Changes<T>,
  ): void {
    const own = { ...where, orgId: this.orgId };
    this.#work.write(updateStatement(table, changes, own));
    this.#record(
      table,
      { ...where, id: ALL_ROWS },
      { ...changes, id: ALL_ROWS },
    );
  }

  /**
   * Like `updateAll`, but the rows change before all other writes of the mutation, also before those that were added
   * earlier.
   */
  updateAllFirst<T extends TenantTable>(
    table: T,
    where: Changes<T>,
    changes: Changes<T>,
  ): void {
    const own = { ...where, orgId: this.orgId };
    this.#work.writeFirst(updateStatement(table, changes, own));
    this.#record(
      table,
      { ...where, id: ALL_ROWS },
      { ...changes, id: ALL_ROWS },
    );
  }

  /**
   * Deletes all rows with the values of `where`; there may be none. The audit log stores one change for all these rows.
   */
  removeAll<T extends TenantTable>(table: T, where: Changes<T>): void {
    this.#work.write(deleteStatement(table, { ...where, orgId: this.orgId }));
    this.#record(table, { ...where, id: ALL_ROWS }, null);
  }

  remove<T extends TenantTable>(
    table: T,
    before: Row<T>,
    onViolation: OnViolation = notFound,
  ): void {
    this.#work.write(deleteStatement(table, this.#key(before)), onViolation);
    this.#work.guardRowChanged(onViolation);
    this.#record(table, before, null);
  }

  /** Adds an insert that the audit log does not record, for rows that are private to a user. */
  insertUnrecorded<T extends TenantTable>(table: T, values: NewRow<T>): void {
    const row = completeRow(table, { ...values, orgId: this.orgId });
    this.#work.write(insertStatement(table, row));
  }

  /** Deletes a row that `insertUnrecorded` added; the row may be gone already. */
  removeUnrecorded<T extends TenantTable>(table: T, row: Row<T>): void {
    this.#work.write(deleteStatement(table, this.#key(row)));
  }

  /** Reads the organization's own row in the table of the organizations. */
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
    onViolation: OnViolation,
  ): Row<T> {
    const after = { ...before, ...withoutUndefined(changes) };
    this.#work.write(
      updateStatement(root, changes, { id: this.orgId }),
      onViolation,
    );
    this.#record(root, before, after);
    return after;
  }

  /** See `UnitOfWork.onRollback`. */
  onRollback(effect: () => void): void {
    this.#work.onRollback(effect);
  }

  /** See `UnitOfWork.callExternal`. */
  callExternal<T>(key: string, task: () => Promise<T>): Promise<T> {
    return this.#work.callExternal(key, task);
  }

  /** See `UnitOfWork.guard`. */
  guard(condition: SQL, onViolation: OnViolation): void {
    this.#work.guard(condition, onViolation);
  }

  /** Rolls back the mutation unless a row of the organization, or the organization's own row, matches the condition. */
  guardExists(
    table: TenantTable | TenantRoot,
    condition: SQL | undefined,
    onViolation: OnViolation,
  ): void {
    const own = and(eq(table.orgId ?? table.id, this.orgId), condition);
    this.#work.guard(
      sql`exists (select 1 from ${table} where ${own})`,
      onViolation,
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

/** The row id that the audit log stores for a change of several rows. */
const ALL_ROWS = "*";

/** Removes undefined fields, because these columns are not changed. */
function withoutUndefined<C extends object>(changes: C): C {
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as C;
}

function notFound(): DomainError {
  return new DomainError("NOT_FOUND");
}
