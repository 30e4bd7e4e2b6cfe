/** A mutex by key: a task waits until all earlier tasks that share a key with it have ended. */
export interface KeyedMutex {
  /** @returns a function that releases the keys */
  acquire(keys: readonly string[]): Promise<() => void>;
  /** Whether a task holds one of the keys or waits for it. */
  isHeld(keys: readonly string[]): boolean;
}

export function createKeyedMutex(): KeyedMutex {
  const last = new Map<string, Promise<void>>();
  return {
    isHeld: (keys) => keys.some((key) => last.has(key)),
    async acquire(keys) {
      const earlier = keys.flatMap((key) => last.get(key) ?? []);
      const { promise, resolve } = Promise.withResolvers<void>();
      // A task queues for all its keys at the same time, so two tasks that share two keys never wait for each other.
      for (const key of keys) last.set(key, promise);
      if (earlier.length > 0) await Promise.all(earlier);
      return () => {
        resolve();
        for (const key of keys) if (last.get(key) === promise) last.delete(key);
      };
    },
  };
}
