import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fingerprint, isStamped, writeStamp } from "./fingerprint.ts";
import { installDependencies } from "./install.ts";
import { precompress } from "./precompress.ts";
import { finish, root, runQuietly, seconds, StepFailed } from "./run.ts";

const sources = [
  "src/client",
  "src/shared",
  "src/sdk",
  "public",
  "package.json",
  "bun.lock",
  "tsconfig.json",
  "scripts/build-web.ts",
  "scripts/precompress.ts",
];
const output = join(root, "dist/web");
const draft = join(root, "dist/web.draft");
const stampFile = "dist/web.stamp";

/** Builds the web app into dist/web, unless it was already built from the present sources. */
export async function buildWeb() {
  const stamp = fingerprint(sources);
  const isFresh =
    existsSync(join(output, "index.html")) &&
    (await isStamped(stampFile, stamp));
  if (isFresh) return;
  const started = performance.now();
  console.log("Building the web app …");
  await buildDraft();
  await precompress(draft);
  await publish();
  await writeStamp(stampFile, stamp);
  console.log(`Built the web app in ${seconds(started)}.`);
}

async function buildDraft() {
  const vite = ["node_modules/vite/bin/vite.js", "build"];
  const options = ["--config", "src/client/vite.config.ts", "--outDir", draft];
  const command = [process.execPath, ...vite, ...options];
  if ((await runQuietly(command, { NODE_ENV: "production" })) === 0) return;
  throw new StepFailed(
    "The web app could not be built. Correct the error above and try again.",
  );
}

// Moves the complete build into place, so that a running server never reads a half-written folder.
async function publish() {
  await rm(output, { recursive: true, force: true });
  await rename(draft, output);
}

if (import.meta.main) {
  await finish(async () => {
    await installDependencies();
    await buildWeb();
    console.log("The web app is in dist/web.");
  });
}
