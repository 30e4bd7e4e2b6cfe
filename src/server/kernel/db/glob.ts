/** Letters that are equal in a search, although `toLowerCase` and `toUpperCase` do not lead from each to each. */
const EQUAL_LETTERS = ["iIİı", "σΣς", "ßẞ"];

/**
 * Returns a pattern for SQLite's `glob` that finds the text anywhere and in any case. SQLite's `lower()` and `like` know
 * the cases of ASCII letters only. Wildcards in the text are escaped.
 */
export function globPattern(text: string): string {
  return `*${[...text].map(inAnyCase).join("")}*`;
}

function inAnyCase(character: string): string {
  const cases = casesOf(character);
  // Brackets escape a wildcard.
  return cases.length > 1 || /[*?[]/.test(character)
    ? `[${cases.join("")}]`
    : character;
}

function casesOf(character: string): string[] {
  const equal =
    EQUAL_LETTERS.find((letters) => letters.includes(character)) ?? "";
  const cases = new Set([
    character,
    character.toLowerCase(),
    character.toUpperCase(),
    ...equal,
  ]);
  // A bracket matches one letter, so `SS` for `ß` cannot be in it.
  return [...cases].filter((one) => [...one].length === 1);
}
