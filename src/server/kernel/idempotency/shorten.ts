/** In bytes of JSON. */
const LONGEST_WHOLE = 8 * 1024;

interface Most {
  items: number;
  characters: number;
}

/** Tried one after another: lists first, since no single value is needed as much as the ids around it. */
const STEPS: readonly Most[] = [
  ...[64, 32, 16, 8, 4, 2, 1, 0].map((items) => ({
    items,
    characters: Infinity,
  })),
  ...[1000, 100].map((characters) => ({ items: 0, characters })),
];

/**
 * Gives an answer that is stored for a day in at most 8 KiB. Every object in which a list or a text was cut says so with
 * `truncated: true`.
 */
export function shortenAnswer(answer: unknown): unknown {
  if (fits(answer)) return answer;
  for (const most of STEPS) {
    const shortened = cut(answer, most);
    if (fits(shortened)) return shortened;
  }
  // No answer has that many fields. What it stood for is done; it can be read.
  return { truncated: true };
}

function fits(answer: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(answer) ?? "") <= LONGEST_WHOLE;
}

function cut(value: unknown, most: Most): unknown {
  if (typeof value === "string") return textOf(value, most);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value))
    return value.slice(0, most.items).map((item) => cut(item, most));
  const fields = Object.entries(value);
  const isCut = fields.some(([, field]) => isTooLong(field, most));
  return {
    ...Object.fromEntries(
      fields.map(([name, field]) => [name, cut(field, most)]),
    ),
    ...(isCut && { truncated: true }),
  };
}

function isTooLong(value: unknown, most: Most): boolean {
  if (typeof value === "string") return textOf(value, most) !== value;
  return Array.isArray(value) && value.length > most.items;
}

function textOf(text: string, { characters }: Most): string {
  return text.length <= characters
    ? text
    : [...text].slice(0, characters).join("");
}
