import { readdirSync } from "node:fs";
import { join } from "node:path";
import { migrationsFolder } from "#server/kernel/assets";

/**
 * The last statement of a migration, to be run over rows as a former version would have left them.
 * @param name without the number: another migration may take that first
 */
export async function lastStatementOf(name: string): Promise<string> {
  return (await statementsOf(name)).at(-1) ?? "";
}

/** All statements of a migration, in their order. */
export async function statementsOf(name: string): Promise<string[]> {
  const file = readdirSync(migrationsFolder).find((one) =>
    one.endsWith(`_${name}.sql`),
  );
  if (!file) throw new Error(`There is no migration ${name}.`);
  const sql = await Bun.file(join(migrationsFolder, file)).text();
  return sql.split("--> statement-breakpoint");
}
