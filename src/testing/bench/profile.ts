/**
 * `bun run bench:profile PATH` loads one path of the product, such as `/api/auth/context`, and writes a profile that a
 * person can read: for each function, how much of the processor time it took.
 */
import { readdirSync, readFileSync } from "node:fs";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "#scripts/run.ts";
import { moveToLoadCore } from "./cores";
import { findOrBuildDatabase } from "./data/database";
import { admins } from "./data/accounts";
import { SIZES } from "./data/sizes";
import { chooseGenerator } from "./load/choose";
import { startProduct } from "./servers";
import { onWorkbench } from "./workbench";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 6);
const SHOWN_LINES = 40;
const SLUG = "SLUG";

const [path = `/api/auth/context?org=${SLUG}`] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "tenantry-profile-"));
const profiler = ["--cpu-prof-md", "--cpu-prof-dir", folder];
// The profile of the sources names files and lines. The profile of the bundle would not.
const source = [join(root, "src/main.ts"), "serve"];

moveToLoadCore();
await onWorkbench(async (bench) => {
  const database = await bench.copy(findOrBuildDatabase(SIZES.medium));
  const command = [process.execPath, ...profiler, ...source];
  const product = await startProduct(database, command);
  const shots = admins(SIZES.medium).map(({ slug, cookie }) => ({
    path: path.replace(SLUG, slug),
    cookie,
  }));
  const options = { connections: 16, seconds: SECONDS };
  await chooseGenerator()
    .run(product.origin, shots, options)
    // The profile is written when the program ends.
    .finally(() => product.stop());
});

const [file = ""] = readdirSync(folder);
const profile = join(folder, file);
const lines = readFileSync(profile, "utf8").split("\n");
console.log(`${lines.slice(0, SHOWN_LINES).join("\n")}\n\n${profile}`);
