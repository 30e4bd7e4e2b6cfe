import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fingerprint, isStamped, writeStamp } from "./fingerprint.ts";
import { root, StepFailed } from "./run.ts";

const sources = [
  "src/main.ts",
  "src/server",
  "src/shared",
  "package.json",
  "bun.lock",
  "tsconfig.json",
  "scripts/build-server.ts",
];
const stampFile = "dist/server.stamp";

/** Three folders below the root, as the module that looks for the migrations is in the sources. */
const outdir = join(root, "dist/server/bundle");

/** The program as one file that is compiled ahead. */
export const serverBundle = join(outdir, "main.js");

/** Packages that few installations or requests need: inside the bundle they would take 10 MB of memory of every start. */
const onDemand = [
  "@simplewebauthn/server",
  "@zxcvbn-ts/language-common",
  "ioredis",
  "nodemailer",
  "prom-client",
  "stripe",
  "trpc-to-openapi",
];

/**
 * Builds the bundle; does nothing when it was built from these very sources. It starts in a third of the time of the
 * sources.
 */
export async function buildServer() {
  const stamp = fingerprint(sources);
  if (existsSync(serverBundle) && (await isStamped(stampFile, stamp))) return;
  await rm(outdir, { recursive: true, force: true });
  const { success, logs } = await Bun.build({
    entrypoints: [join(root, "src/main.ts")],
    outdir,
    target: "bun",
    // Bun compiles ahead only this format.
    format: "cjs",
    bytecode: true,
    // Errors and logs show the names of classes and functions, so identifiers stay as they are.
    minify: { whitespace: true, syntax: true },
    sourcemap: "linked",
    external: [...onDemand, "libsql"],
    throw: false,
  });
  if (!success)
    throw new StepFailed(`The server could not be built.\n${logs.join("\n")}`);
  await writeStamp(stampFile, stamp);
}
