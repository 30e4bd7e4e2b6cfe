import {
  type Client,
  createClient,
  type InArgs,
  type TransactionMode,
} from "@libsql/client";
import { toDatabaseUnavailable } from "./database-unavailable";
import { gatherReads } from "./gather-reads";

/**
 * The default timeout of a call. A call without a timeout could wait forever, because a connection that broke silently
 * looks like a slow server.
 */
const TIMEOUT_MS = 30_000;

interface RemoteOptions {
  url: string;
  authToken?: string;
  /** How long a statement or a batch may take. Migrations and scripts have no limit. */
  timeoutMs?: number;
}

/**
 * Creates a client that calls a libSQL server over HTTP. Reads of the same tick share a request. The client throws `DatabaseUnavailable` when the server does not
 * respond, and never sends a statement twice.
 */
export function createRemoteClient({
  url,
  authToken,
  timeoutMs = TIMEOUT_MS,
}: RemoteOptions): Client {
  const options = { url, authToken, intMode: "number" as const };
  const fetchWithTimeout = (request: Request) =>
    fetch(request, { signal: AbortSignal.timeout(timeoutMs) });
  const client = createClient({ ...options, fetch: fetchWithTimeout });
  const withoutTimeout = createClient(options);
  const execute = gatherReads(client);
  return {
    protocol: client.protocol,
    get closed() {
      return client.closed;
    },
    execute: (statement, args?: InArgs) =>
      translateErrors(
        execute(
          typeof statement === "string" && args
            ? { sql: statement, args }
            : statement,
        ),
      ),
    batch: (statements, mode) =>
      translateErrors(client.batch(statements, mode)),
    migrate: (statements) =>
      translateErrors(withoutTimeout.migrate(statements)),
    executeMultiple: (sql) =>
      translateErrors(withoutTimeout.executeMultiple(sql)),
    transaction: (mode: TransactionMode = "write") =>
      translateErrors(client.transaction(mode)),
    sync: () => client.sync(),
    reconnect: () => client.reconnect(),
    close() {
      client.close();
      withoutTimeout.close();
    },
  };
}

async function translateErrors<T>(response: Promise<T>): Promise<T> {
  try {
    return await response;
  } catch (error) {
    throw toDatabaseUnavailable(error) ?? error;
  }
}
