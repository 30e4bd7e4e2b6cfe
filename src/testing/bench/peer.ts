/** Installs and starts better-auth, with which `--peer` compares the product. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "#testing/kit/temporary";
import { PASSWORD } from "./data/accounts";
import type { Size } from "./data/sizes";
import { findOrBuild } from "./data/database";
import { PEER_SECRET } from "./peer-requests";
import { type Started, startScript } from "./servers";

const folder = join(import.meta.dir, "peer");
/** The database changes with these files. */
const SOURCES = ["auth.ts", "build.ts", "bun.lock", "../data/sizes.ts"];

/** Installs the exact versions of the lockfile of the folder. The product does not depend on them. */
export async function installPeer(): Promise<void> {
  await run(["install", "--frozen-lockfile", "--silent"]);
}

export function findOrBuildPeer(size: Size): Promise<string> {
  const hasher = new Bun.CryptoHasher("sha256");
  for (const file of SOURCES) hasher.update(readFileSync(join(folder, file)));
  const key = hasher.digest("hex").slice(0, 16);
  return findOrBuild(`peer-${size.name}-${key}`, (path) =>
    run(["build.ts", path, size.name, PASSWORD]),
  );
}

export function startPeer(database: string): Promise<Started> {
  const script = join(folder, "server.ts");
  return startScript(script, database, String(freePort()), PEER_SECRET);
}

async function run(args: string[]): Promise<void> {
  const child = Bun.spawn([process.execPath, ...args], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const errors = await new Response(child.stderr).text();
  if ((await child.exited) !== 0)
    throw new Error(`bun ${args.join(" ")} failed: ${errors}`);
}
