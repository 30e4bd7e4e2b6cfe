import { autocannon } from "./autocannon";
import { own } from "./own";
import type { Generator } from "./shot";
import { wrk } from "./wrk";

/**
 * Returns the fastest load generator that is installed. `oha` is not among them, because all its requests have the same
 * cookie.
 */
export function chooseGenerator(): Generator {
  if (Bun.which("wrk")) return wrk;
  return Bun.which("autocannon") ? autocannon : own;
}
