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

/** The table of the organizations, each row a tenant. */
export type TenantRoot = SQLiteTable & {
  orgId?: never;
  id: SQLiteColumn;
  slug: SQLiteColumn;
};

/** The values of a new row. `TenantDb` adds `orgId`, so passing it does not compile. */
type NewRow<T extends SQLiteTable> = Omit<T["$inferInsert"], "orgId"> & {
  orgId?: never;
};
/** Some values of a row, for a condition or a change. */
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

  /** Runs a query that `defineQuery` made. */
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

  /** Adds the row to the batch of the mutation, and returns it as it will be stored. */
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

  /** Changes a row. The mutation fails with `onViolation` when the row is missing then. */
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

  /** Changes all rows that have these values, if any. The audit log has one change for all of them. */
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

  /** Deletes all rows that have these values, if any. The audit log has one change for all of them. */
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

  /** Guards that a row of the organization, or the row of the organization itself, matches the condition. */
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

/** The id of a change of several rows in the audit log. */
const ALL_ROWS = "*";

/** Undefined fields are not changed. */
function withoutUndefined<C extends object>(changes: C): C {
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as C;
}

function notFound(): DomainError {
  return new DomainError("NOT_FOUND");
}
