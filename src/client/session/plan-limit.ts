import { onCleanup } from "solid-js";
import { type Reason, reasonOf } from "#sdk/errors";

/** The refusals that are about what an organization's plan gives. */
const LIMITS = [
  "SEAT_LIMIT",
  "PROJECT_LIMIT",
  "FEATURE_NOT_IN_PLAN",
] as const satisfies Reason[];

export type Limit = (typeof LIMITS)[number];

const listeners = new Set<(limit: Limit) => void>();

/** Tells whoever listens, if that is what stood in the way. */
export function reportLimit(error: unknown): void {
  const reason = reasonOf(error);
  const limit = LIMITS.find((one) => one === reason);
  if (limit) for (const listener of listeners) listener(limit);
}

/** Hears of every limit that is met while the caller is there: outside an organization nobody does. */
export function onLimitReached(listener: (limit: Limit) => void): void {
  listeners.add(listener);
  onCleanup(() => listeners.delete(listener));
}
