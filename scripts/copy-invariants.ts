import { type Invariant, normalized } from "./invariants";

type Stored = Pick<Invariant, "name" | "sql">;

const breakpoint = "\n--> statement-breakpoint\n";

/**
 * Adds changed invariants to a migration: it drops the old ones first and creates the new ones last. SQLite drops the
 * triggers of a table with the table, so invariants that name a rebuilt table are created again.
 * @param before the invariants after all earlier migrations
 * @param after the invariants of the files
 */
export function copyInvariants(
  migration: string,
  before: readonly Stored[],
  after: readonly Stored[],
): string {
  const rebuilt = rebuiltTables(migration);
  const names = new Set([
    ...changedNames(before, after),
    ...[...before, ...after]
      .filter(({ sql }) => mentionsAny(sql, rebuilt))
      .map(({ name }) => name),
  ]);
  const isAffected = ({ name }: Stored) => names.has(name);
  if (names.size === 0) return migration;
  const drops = before.filter(isAffected).toSorted(triggersFirst).map(drop);
  const creations = after.filter(isAffected).map(({ sql }) => `${sql};`);
  const statements = [...drops, migration.trim(), ...creations];
  return `${statements.filter(Boolean).join(breakpoint)}\n`;
}

/** The names of the invariants that were added, removed or changed. */
export function changedNames(
  before: readonly Stored[],
  after: readonly Stored[],
): string[] {
  const differs = (one: Stored, others: readonly Stored[]) =>
    !others.some(
      ({ name, sql }) =>
        name === one.name && normalized(sql) === normalized(one.sql),
    );
  return [
    ...before.filter((one) => differs(one, after)),
    ...after.filter((one) => differs(one, before)),
  ].map(({ name }) => name);
}

function rebuiltTables(migration: string): string[] {
  return Array.from(
    migration.matchAll(/ALTER TABLE `__new_(\w+)` RENAME TO/gi),
    (match) => match[1] ?? "",
  );
}

function mentionsAny(sql: string, tables: readonly string[]): boolean {
  return tables.some((table) => new RegExp(`\\b${table}\\b`, "i").test(sql));
}

/** Dropping a view drops its triggers, so the triggers are dropped first. */
function triggersFirst(one: Stored, other: Stored): number {
  return kindOf(one.sql).localeCompare(kindOf(other.sql));
}

function drop({ name, sql }: Stored): string {
  return `drop ${kindOf(sql)} ${name};`;
}

function kindOf(sql: string): string {
  return /^create view/i.test(sql) ? "view" : "trigger";
}
