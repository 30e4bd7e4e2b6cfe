/**
 * Why a message was given up: the receiving server refused it, its payload cannot be decrypted with the present
 * secrets, it has expired, or all attempts failed.
 */
export type Failure = (typeof FAILURES)[number];

export const FAILURES = [
  "refused",
  "unreadable",
  "expired",
  "exhausted",
] as const;

/** Thrown by a handler when the receiving server has refused the message and would refuse another attempt as well. */
export class Refused extends Error {
  override readonly name = "Refused";
}
