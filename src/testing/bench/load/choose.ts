import { own } from "./own";
import type { Generator } from "./shot";
import { wrk } from "./wrk";

/** Returns the fastest load generator that is installed. */
export function chooseGenerator(): Generator {
  return Bun.which("wrk") ? wrk : own;
}
