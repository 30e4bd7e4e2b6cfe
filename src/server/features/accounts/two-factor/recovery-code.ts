import { randomBytes } from "node:crypto";

/** The alphabet of Crockford's base 32, which has no letters that look like another letter or digit. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 16;

/** Creates a recovery code with 80 random bits, such as `abcd-efgh-jkmn-pqrs`. */
export function newRecoveryCode(): string {
  // A byte has 256 values, a multiple of 32, so every letter is equally likely.
  const letters = Array.from(randomBytes(LENGTH), (byte) =>
    ALPHABET.charAt(byte & 31),
  );
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}

/** Normalizes a typed recovery code: ignores case, spaces and dashes, and reads o as 0, and i and l as 1. */
export function normalizeRecoveryCode(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[\s\p{Dash}]/gu, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");
}
