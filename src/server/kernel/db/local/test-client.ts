import { afterAll, beforeEach } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LibsqlError, type Client } from "@libsql/client";
import { createLocalClient } from "./client";

/** Gives each test of a file a client on a new database, in a folder that is removed at the end. */
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

/** The rows of a query as lists. */
export async function values(
  client: Client,
  text: string,
  args: (string | number)[] = [],
) {
  const { rows } = await client.execute(text, args);
  return rows.map((row) => Array.from(row));
}

/** The code of the error with which a call fails, or its text; nothing when it succeeds. */
export function refusal(call: Promise<unknown>): Promise<string | undefined> {
  return call.then(
    () => undefined,
    (error: unknown) =>
      error instanceof LibsqlError ? error.code : String(error),
  );
}

/** Lets the event loop go round once; native objects are finalized only then. */
export const turn = () => new Promise((resolve) => setImmediate(resolve));
