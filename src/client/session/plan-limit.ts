import { onCleanup } from "solid-js";
import { type Reason, reasonOf } from "#sdk/errors";

/** The error reasons that mean that a request exceeds the plan of the organization. */
const LIMITS = [
  "SEAT_LIMIT",
  "PROJECT_LIMIT",
  "FEATURE_NOT_IN_PLAN",
] as const satisfies Reason[];

export type Limit = (typeof LIMITS)[number];

const listeners = new Set<(limit: Limit) => void>();

/** Calls the listeners of `onLimitReached` if the error is about a limit of the plan. */
export function reportLimit(error: unknown): void {
  const reason = reasonOf(error);
  const limit = LIMITS.find((one) => one === reason);
  if (limit) for (const listener of listeners) listener(limit);
}

/** Calls the listener when a request exceeds a limit of the plan, while the calling component is mounted. */
export function onLimitReached(listener: (limit: Limit) => void): void {
  listeners.add(listener);
  onCleanup(() => listeners.delete(listener));
}
