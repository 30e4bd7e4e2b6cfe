import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { addonPackages } from "./binary-target.ts";
import { fingerprint, isStamped, writeStamp } from "./fingerprint.ts";
import { nameAddons } from "./addons-plugin.ts";
import { skipCallersOfPino } from "./pino-plugin.ts";
import { root, StepFailed } from "./run.ts";

const sources = [
  "src/main.ts",
  "src/server",
  "src/shared",
  "package.json",
  "bun.lock",
  "patches",
  "tsconfig.json",
  "scripts/build-server.ts",
  "scripts/addons-plugin.ts",
  "scripts/pino-plugin.ts",
];
const stampFile = "dist/server.stamp";

/**
 * The output folder is three folders below the root, like the module that looks for the migrations: its relative path
 * then works in the bundle too.
 */
const outdir = join(root, "dist/server/bundle");

/** The path of the bundle: the program as one file, compiled to bytecode. */
export const serverBundle = join(outdir, "main.js");

/**
 * The environment of a server that runs from the bundle. JavaScriptCore lets the heap grow by a share of the machine's
 * memory before it collects garbage. The server needs little memory, so it collects as on a machine with 256 MB. That
 * saves 20 MB under load; bigger heaps are still possible.
 */
export const serverEnvironment = {
  BUN_JSC_forceRAMSize: String(256 * 1024 * 1024),
};

/**
 * Packages that few installations or requests need. They stay outside the bundle, where they would cost every start 10
 * MB of memory.
 */
const onDemand = [
  "@modelcontextprotocol/server",
  "@simplewebauthn/server",
  "@zxcvbn-ts/language-common",
  "arctic",
  "email-providers",
  "ioredis",
  "jose",
  "nodemailer",
  "prom-client",
  "stripe",
  "tldts",
];

/**
 * Builds the bundle, unless it was already built from the present sources. The bundle starts in a third of the time
 * that the sources need.
 */
export async function buildServer() {
  const stamp = fingerprint(sources);
  if (existsSync(serverBundle) && (await isStamped(stampFile, stamp))) return;
  await rm(outdir, { recursive: true, force: true });
  const addons = addonPackages();
  const { success, logs } = await Bun.build({
    entrypoints: [join(root, "src/main.ts")],
    outdir,
    target: "bun",
    // Bun compiles a bundle to bytecode only in this format.
    format: "cjs",
    bytecode: true,
    // Errors and logs show the names of classes and functions, so the minifier must not shorten identifiers.
    minify: { whitespace: true, syntax: true },
    sourcemap: "linked",
    plugins: [nameAddons(addons), skipCallersOfPino],
    external: [...onDemand, ...Object.values(addons)],
    throw: false,
  });
  if (!success)
    throw new StepFailed(`The server could not be built.\n${logs.join("\n")}`);
  await writeStamp(stampFile, stamp);
}
