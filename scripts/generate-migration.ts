import { existsSync, readdirSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changedNames, copyInvariants } from "./copy-invariants.ts";
import { type Invariant, readInvariants } from "./invariants.ts";
import { replayMigrations, type Schema } from "./replay-migrations.ts";
import { finish, root, StepFailed } from "./run.ts";
import { makeTablesStrict } from "./strict-tables.ts";

const folder = join(root, "drizzle");
/** The content of an empty migration that drizzle-kit creates. */
const PLACEHOLDER = "-- Custom SQL migration file, put your code below! --";

/**
 * Writes a migration for the changed tables (`table.ts`) and invariants (`invariants.sql`). An error leaves the folder
 * of migrations unchanged.
 */
async function generateMigration(args: string[]) {
  const backup = await mkdtemp(join(tmpdir(), "tenantry-drizzle-"));
  if (existsSync(folder)) await cp(folder, backup, { recursive: true });
  try {
    await generate(args);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    await cp(backup, folder, { recursive: true });
    console.error("No migration was written. The folder drizzle is unchanged.");
    throw error;
  } finally {
    await rm(backup, { recursive: true });
  }
}

async function generate(args: string[]) {
  const known = new Set(sqlFiles());
  const before = await schemaOf(known.size);
  const after = await readInvariants();
  await runDrizzleKit(args);
  // drizzle-kit only compares tables. If only invariants have changed, an empty migration is requested.
  const hasOwnMigration = sqlFiles().length > known.size;
  if (!hasOwnMigration && changedNames(before.invariants, after).length > 0)
    await runDrizzleKit(["--custom", "--name=invariants", ...args]);
  const added = sqlFiles().filter((file) => !known.has(file));
  for (const file of added) await refine(file, before, after);
  if (added.length > 0) requireSound(await replayMigrations(folder), after);
}

function sqlFiles() {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith(".sql"));
}

async function schemaOf(migrations: number): Promise<Schema> {
  if (migrations === 0) return { looseTables: [], invariants: [] };
  return replayMigrations(folder);
}

// Without a terminal, drizzle-kit cannot ask whether a column was renamed. It then exits with 0, so only its error
// output shows the failure.
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

async function refine(file: string, before: Schema, after: Invariant[]) {
  const path = join(folder, file);
  const generated = (await Bun.file(path).text()).replace(PLACEHOLDER, "");
  const strict = makeTablesStrict(generated);
  await Bun.write(path, copyInvariants(strict, before.invariants, after));
}

function requireSound({ looseTables, invariants }: Schema, files: Invariant[]) {
  const faults = [
    ...looseTables.map((table) => `the table ${table} is not STRICT`),
    ...changedNames(invariants, files).map(
      (name) => `${name} is not as its invariants.sql states it`,
    ),
  ];
  if (faults.length === 0) return;
  throw new StepFailed(
    `The migration was not kept: ${faults.join("; ")}. Write it by hand with \`bun run db:generate --custom\`.`,
  );
}

await finish(() => generateMigration(process.argv.slice(2)));
