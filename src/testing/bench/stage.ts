/** Starts the servers of the benchmark, each on its own copy of the database. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "#testing/kit/temporary";
import { addKeys, type KeyedAccount } from "./data/keys";
import { SIZES } from "./data/sizes";
import { copyDatabase } from "./data/stage";
import { SIZE, SYNCHRONOUS, withLarge } from "./options";
import { type Started, startProduct, startScript } from "./servers";

export interface Stage {
  product: Started;
  ceiling: Started;
  /** The product on the large database. */
  large?: Started;
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
  const copy = async (name: string, size = SIZE) => {
    const path = join(folder.path, name, "tenantry.db");
    mkdirSync(join(path, ".."));
    await copyDatabase(size, path);
    return path;
  };
  const end = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    folder.remove();
  };
  const interrupted = () => void end().then(() => process.exit(130));
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    const database = await copy("product");
    const keyed = await addKeys(database, SIZE);
    const bare = await copy("ceiling");
    const ceilings = join(import.meta.dir, "ceilings/server.ts");
    await run({
      product: await keep(startProduct(database)),
      ceiling: await keep(startScript(ceilings, bare, SYNCHRONOUS)),
      large: withLarge
        ? await keep(startProduct(await copy("large", SIZES.large)))
        : undefined,
      keyed,
    });
  } finally {
    await end();
  }
}
