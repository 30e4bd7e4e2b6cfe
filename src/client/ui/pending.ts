import { type Accessor, createSignal } from "solid-js";

/**
 * Runs an action at most once at a time, and ignores calls while it runs. The lock is taken synchronously, so that a
 * double click runs the action once.
 *
 * @returns the guarded action, and whether it is running
 */
export function createPending<Args extends unknown[]>(
  action: (...args: Args) => unknown,
): [run: (...args: Args) => Promise<void>, isPending: Accessor<boolean>] {
  const [isPending, setPending] = createSignal(false);
  let isRunning = false;

  const run = async (...args: Args): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    try {
      const result = action(...args);
      if (!(result instanceof Promise)) return;
      setPending(true);
      await result;
    } finally {
      isRunning = false;
      setPending(false);
    }
  };
  return [run, isPending];
}
