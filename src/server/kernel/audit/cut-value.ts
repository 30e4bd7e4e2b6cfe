import { createHash } from "node:crypto";
import type { CutValue } from "#shared/cut-value";

/** The size of the longest value that an audit event stores completely, in bytes of UTF-8. */
const MAX_BYTES = 2 * 1024;
/** How many characters from the beginning of a longer value are stored. */
const BEGINNING_LENGTH = 200;

/**
 * Replaces a long value of an audit event by its SHA-256, length and beginning. Events are kept for years and no member
 * can delete them, so long values would let a member fill the disk.
 */
export function cutLongValue(value: unknown): unknown {
  const text = textOf(value);
  if (text === undefined) return value;
  const length = Buffer.byteLength(text);
  if (length <= MAX_BYTES) return value;
  return {
    cut: true,
    sha256: createHash("sha256").update(text).digest("hex"),
    length,
    beginning: beginningOf(text),
  } satisfies CutValue;
}

/** Returns a string itself, and a list or an object as JSON; undefined for other values, which are always short. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null
    ? JSON.stringify(value)
    : undefined;
}

function beginningOf(text: string): string {
  // The text is cut by characters, because cutting by UTF-16 units could split a character that has two units.
  const enough = text.slice(0, 2 * BEGINNING_LENGTH);
  return [...enough].slice(0, BEGINNING_LENGTH).join("");
}
