import type { Client, ResultSet } from "@libsql/client";

interface Taps {
  /** Runs before a call is sent. The call waits until this function has finished. */
  before?(texts: string[]): Promise<void> | void;
  /** Runs after a call, before its result is returned. */
  done?(texts: string[], results: ResultSet[], kind: "execute" | "batch"): void;
}

/** Wraps a database client. The given functions see the statements of each call. */
export function tapClient(client: Client, { before, done }: Taps): Client {
  return new Proxy(client, {
    get(target, property) {
      if (property === "execute")
        return async (...args: Parameters<Client["execute"]>) => {
          const texts = [textOf(args[0])];
          await before?.(texts);
          const result = await target.execute(...args);
          done?.(texts, [result], "execute");
          return result;
        };
      if (property === "batch")
        return async (...args: Parameters<Client["batch"]>) => {
          const texts = args[0].map(textOf);
          await before?.(texts);
          const results = await target.batch(...args);
          done?.(texts, results, "batch");
          return results;
        };
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

function textOf(statement: Parameters<Client["batch"]>[0][number]): string {
  if (typeof statement === "string") return statement;
  return Array.isArray(statement) ? statement[0] : statement.sql;
}
