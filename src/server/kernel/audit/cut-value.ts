import { createHash } from "node:crypto";
import type { CutValue } from "#shared/cut-value";

/** In bytes of UTF-8. */
const MAX_BYTES = 2 * 1024;
/** In characters. */
const BEGINNING_LENGTH = 200;

/**
 * Replaces a long value by its SHA-256, length and beginning. The log keeps events for years and no member can delete
 * them, so a member must not be able to fill the disk with it.
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

/** Lists and objects are stored as JSON. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null
    ? JSON.stringify(value)
    : undefined;
}

function beginningOf(text: string): string {
  // A character has at most two UTF-16 units, and must not be split.
  const enough = text.slice(0, 2 * BEGINNING_LENGTH);
  return [...enough].slice(0, BEGINNING_LENGTH).join("");
}
