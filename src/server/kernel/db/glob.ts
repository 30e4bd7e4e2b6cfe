/** Letters that are one, although not all of them are each other's upper or lower case. */
const SAME = ["iIİı", "σΣς", "ßẞ"];

/**
 * A pattern for SQLite's `glob` that finds the text anywhere, in any case, letter by letter: SQLite's own `lower()` and
 * `like` know the cases of ASCII alone. Nothing in the text is a wildcard.
 */
export function globPattern(text: string): string {
  return `*${[...text].map(inAnyCase).join("")}*`;
}

function inAnyCase(character: string): string {
  const cases = casesOf(character);
  // Within brackets a wildcard stands for itself.
  return cases.length > 1 || /[*?[]/.test(character)
    ? `[${cases.join("")}]`
    : character;
}

function casesOf(character: string): string[] {
  const same = SAME.find((letters) => letters.includes(character)) ?? "";
  const cases = new Set([
    character,
    character.toLowerCase(),
    character.toUpperCase(),
    ...same,
  ]);
  // A case of two letters, as `SS` of `ß`, fits no place of one.
  return [...cases].filter((one) => [...one].length === 1);
}
