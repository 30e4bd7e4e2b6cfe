/** Turns by key: a task waits until every earlier one that shares a key with it has ended. */
export interface Turns {
  /** @returns what ends the turn */
  take(keys: readonly string[]): Promise<() => void>;
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return {
    async take(keys) {
      const earlier = keys.flatMap((key) => last.get(key) ?? []);
      const { promise, resolve } = Promise.withResolvers<void>();
      // All keys at once: two tasks that share two keys never wait for each other.
      for (const key of keys) last.set(key, promise);
      if (earlier.length > 0) await Promise.all(earlier);
      return () => {
        resolve();
        for (const key of keys) if (last.get(key) === promise) last.delete(key);
      };
    },
  };
}
