import { createHash } from "node:crypto";
import type { CutValue } from "#shared/cut-value";

/** In bytes of UTF-8. */
const LONGEST_WHOLE = 2 * 1024;
/** In characters. */
const BEGINNING = 200;

/**
 * Gives a long value as its SHA-256, its length and its beginning. The log keeps events for years and lets no member
 * delete them: a member must not be able to fill the disk through it.
 */
export function cutLongValue(value: unknown): unknown {
  const text = textOf(value);
  if (text === undefined) return value;
  const length = Buffer.byteLength(text);
  if (length <= LONGEST_WHOLE) return value;
  return {
    cut: true,
    sha256: createHash("sha256").update(text).digest("hex"),
    length,
    beginning: beginningOf(text),
  } satisfies CutValue;
}

/** A list or an object is stored as JSON. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null
    ? JSON.stringify(value)
    : undefined;
}

function beginningOf(text: string): string {
  // A character is at most two units long, and must not be split between them.
  const enough = text.slice(0, 2 * BEGINNING);
  return [...enough].slice(0, BEGINNING).join("");
}
