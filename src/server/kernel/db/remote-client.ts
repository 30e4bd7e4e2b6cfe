import {
  type Client,
  createClient,
  type InArgs,
  type TransactionMode,
} from "@libsql/client";
import { toDatabaseUnavailable } from "./database-unavailable";

/** A connection that is lost without a word looks like a slow server. A request of the program is answered by then. */
const PATIENCE_MS = 30_000;

interface RemoteOptions {
  url: string;
  authToken?: string;
  /** How long a statement or batch waits for its answer; a migration waits as long as it takes. */
  patienceMs?: number;
}

/** A libSQL server over HTTP. What gives no answer throws `DatabaseUnavailable`; nothing is sent a second time. */
export function createRemoteClient({
  url,
  authToken,
  patienceMs = PATIENCE_MS,
}: RemoteOptions): Client {
  const options = { url, authToken, intMode: "number" as const };
  const fetchInTime = (request: Request) =>
    fetch(request, { signal: AbortSignal.timeout(patienceMs) });
  const client = createClient({ ...options, fetch: fetchInTime });
  const patient = createClient(options);
  return {
    protocol: client.protocol,
    get closed() {
      return client.closed;
    },
    execute: (statement, args?: InArgs) =>
      answered(
        typeof statement === "string"
          ? client.execute(statement, args)
          : client.execute(statement),
      ),
    batch: (statements, mode) => answered(client.batch(statements, mode)),
    migrate: (statements) => answered(patient.migrate(statements)),
    executeMultiple: (sql) => answered(patient.executeMultiple(sql)),
    transaction: (mode: TransactionMode = "write") =>
      answered(client.transaction(mode)),
    sync: () => client.sync(),
    reconnect: () => client.reconnect(),
    close() {
      client.close();
      patient.close();
    },
  };
}

async function answered<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw toDatabaseUnavailable(error) ?? error;
  }
}
