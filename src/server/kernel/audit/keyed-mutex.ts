/** Turns by key: a task waits until every earlier one that shares a key with it has ended. */
export interface KeyedMutex {
  /** @returns what ends the turn */
  acquire(keys: readonly string[]): Promise<() => void>;
}

export function createKeyedMutex(): KeyedMutex {
  const last = new Map<string, Promise<void>>();
  return {
    async acquire(keys) {
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
