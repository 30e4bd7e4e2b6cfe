import type { Trigger } from "./replay-migrations.ts";

const breakpoint = "--> statement-breakpoint\n";

/**
 * SQLite drops a table's triggers with the table, and a generated rebuild drops and renames. Our invariants are
 * triggers: those that speak of a rebuilt table are taken away before it and put back after it.
 */
export function keepTriggers(migration: string, triggers: Trigger[]) {
  const rebuilt = Array.from(
    migration.matchAll(/ALTER TABLE `__new_(\w+)` RENAME TO/gi),
    (match) => match[1] ?? "",
  );
  const affected = triggers.filter(({ sql }) => mentionsAny(sql, rebuilt));
  if (affected.length === 0) return migration;
  const drops = affected.map(({ name }) => `DROP TRIGGER \`${name}\`;`);
  const creations = affected.map(({ sql }) => `${sql};`);
  return [...drops, migration.trimEnd(), ...creations].join(breakpoint);
}

function mentionsAny(sql: string, tables: string[]) {
  return tables.some((table) => new RegExp(`\\b${table}\\b`, "i").test(sql));
}
