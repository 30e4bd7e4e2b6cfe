import type { Translation } from "./catalogue.ts";

/** Around every text of a catalogue, so that a text without them is seen to be in none. */
export const MARKS = ["⟦", "⟧"] as const;

/** `"Save"` becomes `"⟦Šâṽé⟧"`: what is not marked was not translated, and what is cut off lacks its end. */
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

/** An element of a sentence is left as it is, and so is a name. */
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
