import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { buildSdk, sdkFolder } from "./build-sdk.ts";
import { installDependencies } from "./install.ts";
import { finish, root, runQuietly, StepFailed } from "./run.ts";

/** The packed client of the last release, to which the tests compare the present one. */
export const lastRelease = join(root, "src/testing/packed/last-release.tgz");

/** Packs the client, and makes it the last release. */
async function releaseSdk() {
  await buildSdk();
  const packed = join(root, "dist/sdk.tgz");
  await rm(packed, { force: true });
  const pack = ["pm", "pack", "--quiet", "--filename", packed];
  const command = [process.execPath, ...pack, "--cwd", sdkFolder];
  if ((await runQuietly(command)) !== 0)
    throw new StepFailed("The client could not be packed.");
  await rename(packed, lastRelease);
}

if (import.meta.main) {
  await finish(async () => {
    await installDependencies();
    await releaseSdk();
    console.log(`The packed client is in ${lastRelease}.`);
  });
}
