/** In bytes of JSON. */
const MAX_BYTES = 8 * 1024;

interface Limit {
  items: number;
  characters: number;
}

/** The limits to try in turn. Lists are cut first, because a response needs its ids more than its list items. */
const STEPS: readonly Limit[] = [
  ...[64, 32, 16, 8, 4, 2, 1, 0].map((items) => ({
    items,
    characters: Infinity,
  })),
  ...[1000, 100].map((characters) => ({ items: 0, characters })),
];

/**
 * Cuts a response that is stored for a day to at most 8 KiB. Every object with a cut list or text has `truncated: true`.
 */
export function shortenResponse(answer: unknown): unknown {
  if (fits(answer)) return answer;
  for (const limit of STEPS) {
    const shortened = cut(answer, limit);
    if (fits(shortened)) return shortened;
  }
  // No response has that many fields. The change is stored, and the caller can read it.
  return { truncated: true };
}

function fits(answer: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(answer) ?? "") <= MAX_BYTES;
}

function cut(value: unknown, limit: Limit): unknown {
  if (typeof value === "string") return textOf(value, limit);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value))
    return value.slice(0, limit.items).map((item) => cut(item, limit));
  const fields = Object.entries(value);
  const isCut = fields.some(([, field]) => isTooLong(field, limit));
  return {
    ...Object.fromEntries(
      fields.map(([name, field]) => [name, cut(field, limit)]),
    ),
    ...(isCut && { truncated: true }),
  };
}

function isTooLong(value: unknown, limit: Limit): boolean {
  if (typeof value === "string") return textOf(value, limit) !== value;
  return Array.isArray(value) && value.length > limit.items;
}

function textOf(text: string, { characters }: Limit): string {
  return text.length <= characters
    ? text
    : [...text].slice(0, characters).join("");
}
