import { type Accessor, createSignal, onCleanup } from "solid-js";

/** Returns a signal that turns true after a delay, so that fast actions show no progress. */
export function createDelayed(milliseconds = 200): Accessor<boolean> {
  const [isDue, setDue] = createSignal(false);
  const timer = setTimeout(() => setDue(true), milliseconds);
  onCleanup(() => clearTimeout(timer));
  return isDue;
}
