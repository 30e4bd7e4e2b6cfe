/**
 * Why a message is not tried any more: the peer refused it for good, the key that opens it is gone, its time is over, or
 * every try failed.
 */
export type Failure = (typeof FAILURES)[number];

export const FAILURES = [
  "refused",
  "unreadable",
  "expired",
  "exhausted",
] as const;

/** Thrown by a handler when another try would get the same answer. */
export class Refused extends Error {
  override readonly name = "Refused";
}
