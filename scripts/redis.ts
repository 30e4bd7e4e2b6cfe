import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { canInstallFromDebian, installFromDebian } from "./debian-package.ts";
import { root, seconds } from "./run.ts";

const program = "redis-server";

/** Whether one of the test files starts a Redis server. */
export function needRedis(files: string[]) {
  return files.some((file) =>
    /\/redis"/.test(readFileSync(join(root, file), "utf8")),
  );
}

/**
 * Installs Redis for the tests if the machine has none and the system allows it. Without Redis, only the tests that
 * need it fail, with a message that says so.
 */
export async function provideRedis() {
  const { REDIS_SERVER_PATH = Bun.which(program) } = process.env;
  if (REDIS_SERVER_PATH && existsSync(REDIS_SERVER_PATH)) return;
  if (!canInstallFromDebian()) return;
  const started = performance.now();
  console.log("Installing Redis for the tests of shared rate limits …");
  if ((await installFromDebian([program])) === 0)
    console.log(`Installed Redis in ${seconds(started)}.`);
}
