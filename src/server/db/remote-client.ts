import {
  type Client,
  createClient,
  type InArgs,
  type TransactionMode,
} from "@libsql/client";
import { databaseAwayOf } from "./database-away";

/** A libSQL server over HTTP. What gives no answer throws `DatabaseAway`; nothing is sent a second time. */
export function createRemoteClient(options: {
  url: string;
  authToken?: string;
}): Client {
  const client = createClient({ ...options, intMode: "number" });
  const answered = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      throw databaseAwayOf(error) ?? error;
    }
  };
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
    migrate: (statements) => answered(client.migrate(statements)),
    executeMultiple: (sql) => answered(client.executeMultiple(sql)),
    transaction: (mode: TransactionMode = "write") =>
      answered(client.transaction(mode)),
    sync: () => client.sync(),
    reconnect: () => client.reconnect(),
    close: () => client.close(),
  };
}
