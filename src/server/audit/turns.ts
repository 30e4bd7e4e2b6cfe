/** Runs a task when every earlier one that shares a key with it has ended. */
export type InTurn = <T>(
  keys: readonly string[],
  task: () => Promise<T>,
) => Promise<T>;

export function createTurns(): InTurn {
  const last = new Map<string, Promise<void>>();
  return async (keys, task) => {
    const earlier = keys.map((key) => last.get(key));
    const { promise, resolve } = Promise.withResolvers<void>();
    // All keys at once: two tasks that share two keys never wait for each other.
    for (const key of keys) last.set(key, promise);
    await Promise.all(earlier);
    try {
      return await task();
    } finally {
      resolve();
      for (const key of keys) if (last.get(key) === promise) last.delete(key);
    }
  };
}
