import type { Client } from "@libsql/client";

/** A call of the database: one statement, or a batch of statements in one transaction. */
export type CallKind = "statement" | "batch";

type Observer = (kind: CallKind, seconds: number) => void;

/** Measures how long calls of the database take. Calls before the first observer are not reported. */
export interface CallTimes {
  /** Wraps a client, so that its calls are measured. */
  measure(client: Client): Client;
  /** Reports each call from now on, also calls that fail. */
  observe(observer: Observer): void;
}

export function createCallTimes(): CallTimes {
  let observer: Observer | undefined;
  const timed = async <T>(kind: CallKind, call: Promise<T>): Promise<T> => {
    const started = performance.now();
    try {
      return await call;
    } finally {
      observer?.(kind, (performance.now() - started) / 1000);
    }
  };
  return {
    observe: (given) => void (observer = given),
    measure: (client) =>
      new Proxy(client, {
        get(target, property) {
          if (property === "execute")
            return (...args: Parameters<Client["execute"]>) =>
              timed("statement", target.execute(...args));
          if (property === "batch")
            return (...args: Parameters<Client["batch"]>) =>
              timed("batch", target.batch(...args));
          const value: unknown = Reflect.get(target, property, target);
          return typeof value === "function" ? value.bind(target) : value;
        },
      }),
  };
}
