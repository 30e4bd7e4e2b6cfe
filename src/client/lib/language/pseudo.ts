import type { Translation } from "./catalogue.ts";

/** The marks around every text of a catalogue. A text without marks comes from no catalogue. */
export const MARKS = ["⟦", "⟧"] as const;

/**
 * Puts marks around every text of a catalogue: `"Save"` becomes `"⟦Save⟧"`. On the page, a text without marks is not
 * translated, and a text without its end mark is cut off.
 */
export default function pseudo<English extends object>(
  _name: string,
  english: English,
): Translation<English> {
  return marked(english) as Translation<English>;
}

function marked(value: unknown): unknown {
  if (typeof value === "string")
    return value && `${MARKS[0]}${value}${MARKS[1]}`;
  if (typeof value === "function")
    return (...values: unknown[]) => marked(value(...values));
  if (Array.isArray(value)) return value.map(markedPiece);
  if (typeof value !== "object" || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, text]) => [key, marked(text)]),
  );
}

/** Marks the words of a sentence. Elements and names in the sentence stay as they are. */
function markedPiece(piece: unknown): unknown {
  if (typeof piece === "string") return marked(piece);
  if (!isWords(piece)) return piece;
  return { ...piece, text: marked(piece.text) };
}

function isWords(piece: unknown): piece is { text: string; isName: false } {
  return (
    typeof piece === "object" &&
    piece !== null &&
    "isName" in piece &&
    piece.isName === false
  );
}
