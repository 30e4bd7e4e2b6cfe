import type { Client } from "@libsql/client";
import { createLocalClient } from "#server/kernel/db/local/client";

/**
 * Opens a database file without changing its settings, and closes it after the work.
 * @throws what the work throws
 */
export async function withFile<T>(
  path: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = createLocalClient({ path });
  try {
    return await work(client);
  } finally {
    client.close();
  }
}

/**
 * Returns the faults that SQLite finds in the structure of a database and in its references between tables. The list is
 * empty for a sound database.
 */
export async function faultsOf(client: Client): Promise<string[]> {
  const integrity = await client.execute("pragma integrity_check(10)");
  const references = await client.execute("pragma foreign_key_check");
  return [
    ...integrity.rows
      .map((row) => String(row[0]))
      .filter((line) => line !== "ok"),
    ...references.rows
      .slice(0, 10)
      .map(
        (row) =>
          `a row of ${String(row.table)} refers to a row of ${String(row.parent)} that does not exist`,
      ),
  ];
}
