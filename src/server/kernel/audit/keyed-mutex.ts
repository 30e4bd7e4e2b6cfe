/** A mutex by key: a task waits until all earlier tasks that share a key with it have ended. */
export interface KeyedMutex {
  /** @returns a function that releases the keys */
  acquire(keys: readonly string[]): Promise<() => void>;
  /** Whether a task holds one of the keys or waits for it. */
  isHeld(keys: readonly string[]): boolean;
}

/** A task that holds its keys or waits for them. */
interface Task {
  /** Run when the task releases its keys. */
  readonly onRelease: (() => void)[];
}

export function createKeyedMutex(): KeyedMutex {
  /** The last task of each key. */
  const last = new Map<string, Task>();
  return {
    isHeld: (keys) => keys.some((key) => last.has(key)),
    async acquire(keys) {
      const task: Task = { onRelease: [] };
      const earlier: Promise<void>[] = [];
      // A task queues for all its keys at the same time, so two tasks that share two keys never wait for each other.
      for (const key of keys) {
        const before = last.get(key);
        if (before && before !== task) earlier.push(released(before));
        last.set(key, task);
      }
      if (earlier.length > 0) await Promise.all(earlier);
      return () => {
        for (const key of keys) if (last.get(key) === task) last.delete(key);
        for (const notify of task.onRelease.splice(0)) notify();
      };
    },
  };
}

function released({ onRelease }: Task): Promise<void> {
  return new Promise((resolve) => onRelease.push(resolve));
}
