import { randomBytes } from "node:crypto";

/** Crockford's base 32: no letter that is mistaken for another, and no `u`. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 16;

/** 80 random bits, to be written down: `abcd-efgh-jkmn-pqrs`. */
export function newRecoveryCode(): string {
  // 256 is a multiple of 32: each letter is as likely as any other.
  const letters = Array.from(randomBytes(LENGTH), (byte) =>
    ALPHABET.charAt(byte & 31),
  );
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}

/** The one form of a code as people type it: case, spaces and dashes do not matter, nor o for 0, nor i or l for 1. */
export function normalizeRecoveryCode(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[\s\p{Dash}]/gu, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");
}
