import { existsSync, readdirSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepTriggers } from "./keep-triggers.ts";
import { replayMigrations, type Schema } from "./replay-migrations.ts";
import { finish, root, StepFailed } from "./run.ts";
import { makeTablesStrict } from "./strict-tables.ts";

const folder = join(root, "drizzle");

/** Writes the migration from the last snapshot to the schema, or leaves the folder as it was. */
async function generateMigration(args: string[]) {
  const backup = await mkdtemp(join(tmpdir(), "tenantry-drizzle-"));
  if (existsSync(folder)) await cp(folder, backup, { recursive: true });
  try {
    await generate(args);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    await cp(backup, folder, { recursive: true });
    console.error("No migration was written; the folder drizzle is as it was.");
    throw error;
  } finally {
    await rm(backup, { recursive: true });
  }
}

async function generate(args: string[]) {
  const known = new Set(sqlFiles());
  const before = await schemaOf(known.size);
  await runDrizzleKit(args);
  const added = sqlFiles().filter((file) => !known.has(file));
  for (const file of added) await refine(file, before);
  if (added.length > 0) requireSound(before, await replayMigrations(folder));
}

function sqlFiles() {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith(".sql"));
}

async function schemaOf(migrations: number): Promise<Schema> {
  if (migrations === 0) return { looseTables: [], triggers: [] };
  return replayMigrations(folder);
}

// It answers with exit code 0 when it wants to ask about a rename and there is no terminal: only its errors tell.
async function runDrizzleKit(args: string[]) {
  const drizzleKit = ["node_modules/drizzle-kit/bin.cjs", "generate"];
  const child = Bun.spawn([process.execPath, ...drizzleKit, ...args], {
    cwd: root,
    stdio: ["inherit", "inherit", "pipe"],
  });
  const errors = await new Response(child.stderr).text();
  if ((await child.exited) === 0 && errors.trim() === "") return;
  const reasons = new Set(errors.match(/^error: .*$/gim) ?? [errors.trim()]);
  throw new StepFailed(
    `${[...reasons].join("\n")}\nIf drizzle-kit wanted to ask about a rename, run this in a terminal.`,
  );
}

async function refine(file: string, before: Schema) {
  const path = join(folder, file);
  const generated = await Bun.file(path).text();
  const strict = makeTablesStrict(generated);
  await Bun.write(path, keepTriggers(strict, before.triggers));
}

function requireSound(before: Schema, after: Schema) {
  const isLost = ({ name }: { name: string }) =>
    !after.triggers.some((trigger) => trigger.name === name);
  const lost = before.triggers.filter(isLost).map(({ name }) => name);
  const faults = [
    ...after.looseTables.map((table) => `the table ${table} is not STRICT`),
    ...lost.map((trigger) => `the trigger ${trigger} is lost`),
  ];
  if (faults.length === 0) return;
  throw new StepFailed(
    `The migration was not kept: ${faults.join("; ")}. Write it by hand with \`bun run db:generate --custom\`.`,
  );
}

await finish(() => generateMigration(process.argv.slice(2)));
