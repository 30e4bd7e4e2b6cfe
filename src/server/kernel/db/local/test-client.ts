import { afterAll, beforeEach } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LibsqlError, type Client } from "@libsql/client";
import { createLocalClient } from "./client";

/**
 * Opens a client on a new database for each test of a file. The folder of the databases is removed after the last test.
 */
export function useLocalClient() {
  const folder = mkdtempSync(join(tmpdir(), "local-client-"));
  let files = 0;
  const open = () => {
    const path = join(folder, `${files++}.db`);
    return { folder, path, client: createLocalClient({ path }) };
  };
  const current = open();
  beforeEach(() => {
    current.client.close();
    Object.assign(current, open());
  });
  afterAll(() => {
    current.client.close();
    rmSync(folder, { recursive: true });
  });
  return current;
}

/** Returns the rows of a query as arrays. */
export async function values(
  client: Client,
  text: string,
  args: (string | number)[] = [],
) {
  const { rows } = await client.execute(text, args);
  return rows.map((row) => Array.from(row));
}

/**
 * Returns the code of the libSQL error with which a call fails, or another error as text; undefined when the call
 * succeeds.
 */
export function refusal(call: Promise<unknown>): Promise<string | undefined> {
  return call.then(
    () => undefined,
    (error: unknown) =>
      error instanceof LibsqlError ? error.code : String(error),
  );
}

/** Waits for the next turn of the event loop, because native objects are only finalized then. */
export const turn = () => new Promise((resolve) => setImmediate(resolve));
