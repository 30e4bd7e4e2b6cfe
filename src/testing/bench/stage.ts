/** Starts the servers of the benchmark, each on its own copy of the database. */
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "#testing/kit/temporary";
import { addKeys, type KeyedAccount } from "./data/keys";
import { SIZES } from "./data/sizes";
import { findOrBuildDatabase } from "./data/stage";
import { SIZE, SYNCHRONOUS, withLarge, withPeer } from "./options";
import { findOrBuildPeer, installPeer, startPeer } from "./peer";
import { type Started, startProduct, startScript } from "./servers";

export interface Stage {
  product: Started;
  ceiling: Started;
  /** The product on the large database. */
  large?: Started;
  /** better-auth on a database with the same people and organizations. */
  peer?: Started;
  keyed: KeyedAccount[];
}

/** Runs the benchmark with started servers, then stops them. */
export async function onStage(run: (stage: Stage) => Promise<void>) {
  const folder = temporaryFolder();
  const servers: Started[] = [];
  const keep = async (server: Promise<Started>) => {
    servers.push(await server);
    return server;
  };
  const copy = async (name: string, database: Promise<string>) => {
    const path = join(folder.path, name, "copy.db");
    mkdirSync(join(path, ".."));
    copyFileSync(await database, path);
    return path;
  };
  const end = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    folder.remove();
  };
  const interrupted = () => void end().then(() => process.exit(130));
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    const database = await copy("product", findOrBuildDatabase(SIZE));
    const keyed = await addKeys(database, SIZE);
    const bare = await copy("ceiling", findOrBuildDatabase(SIZE));
    const ceilings = join(import.meta.dir, "ceilings/server.ts");
    await run({
      product: await keep(startProduct(database)),
      ceiling: await keep(startScript(ceilings, bare, SYNCHRONOUS)),
      large: withLarge ? await keep(startLarge(copy)) : undefined,
      peer: withPeer ? await keep(startPeerOn(copy)) : undefined,
      keyed,
    });
  } finally {
    await end();
  }
}

type Copy = (name: string, database: Promise<string>) => Promise<string>;

async function startLarge(copy: Copy): Promise<Started> {
  return startProduct(await copy("large", findOrBuildDatabase(SIZES.large)));
}

async function startPeerOn(copy: Copy): Promise<Started> {
  await installPeer();
  return startPeer(await copy("peer", findOrBuildPeer(SIZE)));
}
