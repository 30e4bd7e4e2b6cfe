import { existsSync } from "node:fs";
import { chmod, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Client } from "@libsql/client";
import { appliedHashes } from "#server/kernel/db/migrate";
import { version } from "#server/kernel/version";
import { faultsOf, withFile } from "./check";
import { sync, syncFolder } from "./files";
import { type Manifest, manifestPath, sha256Of } from "./manifest";

/**
 * Copies a local database into a new file, and writes a manifest beside it. Servers can read and write meanwhile: SQLite
 * copies the state of one moment. The file gets its name only when it is complete and checked.
 * @throws Error if a file of this name exists, or if the copy has faults
 */
export async function backUp(
  client: Client,
  path: string,
  now: Date,
): Promise<Manifest> {
  for (const file of [path, manifestPath(path)])
    if (existsSync(file))
      throw new Error(`${file} exists already. Choose another name.`);
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.incomplete`;
  await rm(draft, { force: true });
  try {
    // Create the file first, so that only its owner can read it from the beginning.
    await (await open(draft, "wx", 0o600)).close();
    await client.execute("vacuum into ?", [draft]);
    const manifest = await describe(draft, now);
    await sync(draft);
    await writeManifest(path, manifest);
    await rename(draft, path);
    await syncFolder(dirname(path));
    return manifest;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function describe(file: string, now: Date): Promise<Manifest> {
  const { migrations, rows } = await withFile(file, async (client) => {
    const faults = await faultsOf(client);
    if (faults.length > 0)
      throw new Error(
        `The database has faults, so there is no backup: ${faults.join("; ")}. Keep the database file as it is, and restore the newest earlier backup.`,
      );
    return {
      migrations: await appliedHashes(client),
      rows: await countRows(client),
    };
  });
  const { size } = await stat(file);
  return {
    format: 1,
    version,
    createdAt: now.toISOString(),
    migrations,
    bytes: size,
    sha256: await sha256Of(file),
    rows,
  };
}

async function countRows(client: Client): Promise<Record<string, number>> {
  const { rows: tables } = await client.execute(
    "select name from sqlite_master where type = 'table' and name not glob 'sqlite_*' order by name",
  );
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const name = String(table.name);
    const { rows } = await client.execute(`select count(*) from "${name}"`);
    counts[name] = Number(rows[0]?.[0]);
  }
  return counts;
}

async function writeManifest(path: string, manifest: Manifest): Promise<void> {
  const file = manifestPath(path);
  await Bun.write(file, `${JSON.stringify(manifest, null, 2)}\n`);
  await chmod(file, 0o600);
  await sync(file);
}
