import { join } from "node:path";
import { addKeys, type KeyedAccount } from "./data/keys";
import { SIZES } from "./data/sizes";
import { findOrBuildDatabase } from "./data/database";
import { SIZE, SYNCHRONOUS, withLarge, withPeer } from "./options";
import { findOrBuildPeer, installPeer, startPeer } from "./peer";
import { type Started, startProduct, startScript } from "./servers";
import type { Workbench } from "./workbench";

/** The servers that the benchmark compares, each on its own database. */
export interface Stage {
  product: Started;
  ceiling: Started;
  /** The product on the large database. */
  large?: Started;
  /** better-auth on a database with the same people and organizations. */
  peer?: Started;
  /** The people of the product's database, with API keys. */
  keyed: KeyedAccount[];
}

export async function startStage(bench: Workbench): Promise<Stage> {
  const database = await bench.copy(findOrBuildDatabase(SIZE));
  const keyed = await addKeys(database, SIZE);
  return {
    product: await bench.keep(startProduct(database)),
    ceiling: await bench.keep(startCeiling(bench)),
    large: withLarge ? await bench.keep(startLarge(bench)) : undefined,
    peer: withPeer ? await bench.keep(startPeerOn(bench)) : undefined,
    keyed,
  };
}

async function startCeiling(bench: Workbench): Promise<Started> {
  const script = join(import.meta.dir, "ceilings/server.ts");
  const database = await bench.copy(findOrBuildDatabase(SIZE));
  return startScript(script, database, SYNCHRONOUS);
}

async function startLarge(bench: Workbench): Promise<Started> {
  return startProduct(await bench.copy(findOrBuildDatabase(SIZES.large)));
}

export async function startPeerOn(bench: Workbench): Promise<Started> {
  await installPeer();
  return startPeer(await bench.copy(findOrBuildPeer(SIZE)));
}
