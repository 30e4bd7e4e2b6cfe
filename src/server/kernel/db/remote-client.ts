import {
  type Client,
  createClient,
  type InArgs,
  type TransactionMode,
} from "@libsql/client";
import { toDatabaseUnavailable } from "./database-unavailable";

/** A connection that broke silently looks like a slow server, so a call must end at some time. */
const TIMEOUT_MS = 30_000;

interface RemoteOptions {
  url: string;
  authToken?: string;
  /** How long a statement or batch may take. Migrations have no limit. */
  timeoutMs?: number;
}

/** A client of a libSQL server over HTTP. It throws `DatabaseUnavailable` without a response, and never sends anything twice. */
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
  return {
    protocol: client.protocol,
    get closed() {
      return client.closed;
    },
    execute: (statement, args?: InArgs) =>
      translateErrors(
        typeof statement === "string"
          ? client.execute(statement, args)
          : client.execute(statement),
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
