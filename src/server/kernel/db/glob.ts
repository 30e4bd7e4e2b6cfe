/**
 * Groups of letters that a search treats as equal, although `toLowerCase` and `toUpperCase` do not convert each letter
 * of a group into all others.
 */
const EQUAL_LETTERS = ["iIİı", "σΣς", "ßẞ"];

/**
 * Returns a pattern for SQLite's `glob` that finds the text anywhere and in any case; wildcards in the text are
 * escaped. SQLite's `lower()` and `like` only know the cases of ASCII letters.
 */
export function globPattern(text: string): string {
  return `*${[...text].map(inAnyCase).join("")}*`;
}

function inAnyCase(character: string): string {
  const cases = casesOf(character);
  // In a `glob` pattern, brackets escape a wildcard.
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
  // Brackets match a single letter, so they cannot contain `SS`, which is the upper case of `ß`.
  return [...cases].filter((one) => [...one].length === 1);
}
