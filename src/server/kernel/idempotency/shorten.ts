/** The maximum size of a stored response, in bytes of JSON. */
const MAX_BYTES = 8 * 1024;

interface Limit {
  items: number;
  characters: number;
}

/**
 * The limits that are tried one after another until a response is small enough. Lists are cut before texts, because the
 * caller needs the ids in a response more than the items of its lists.
 */
const STEPS: readonly Limit[] = [
  ...[64, 32, 16, 8, 4, 2, 1, 0].map((items) => ({
    items,
    characters: Infinity,
  })),
  ...[1000, 100].map((characters) => ({ items: 0, characters })),
];

/**
 * Cuts a response to at most 8 KiB, because it is stored for a day. Every object whose list or text was cut gets
 * `truncated: true`.
 */
export function shortenResponse(answer: unknown): unknown {
  if (fits(answer)) return answer;
  for (const limit of STEPS) {
    const shortened = cut(answer, limit);
    if (fits(shortened)) return shortened;
  }
  // No response has so many fields that it is still too large. If one had, the caller could read the stored change
  // itself.
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
