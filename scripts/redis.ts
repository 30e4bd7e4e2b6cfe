import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { canInstallFromDebian, installFromDebian } from "./debian-package.ts";
import { root, seconds } from "./run.ts";

const program = "redis-server";

/** Whether one of the test files starts a Redis. */
export function needRedis(files: string[]) {
  return files.some((file) =>
    /\/redis"/.test(readFileSync(join(root, file), "utf8")),
  );
}

/**
 * Where there is no Redis to test with, it is installed as this system allows. Where it does not, the tests that need
 * one fail and say so; the others run.
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
