/**
 * Why a message was given up: the peer refused it, its payload cannot be decrypted with this secret, it has expired, or all
 * attempts failed.
 */
export type Failure = (typeof FAILURES)[number];

export const FAILURES = [
  "refused",
  "unreadable",
  "expired",
  "exhausted",
] as const;

/** Thrown by a handler when the peer would refuse another attempt as well. */
export class Refused extends Error {
  override readonly name = "Refused";
}
