/** The largest length of a personal message. */
export const MESSAGE_LENGTH = 300;

const NARROW_DOTS = /[\uFF0E\u2024\uFE52]/gu;
/** The full stops of Chinese and Japanese, which have no space after them. */
const WIDE_DOTS = /[\u3002\uFF61](?=[a-z])/gu;
const LOOKALIKE_DOTS =
  /[\u00B7\u0387\u2022\u2027\u2219\u22C5\u30FB\uFF65\uFF0C\u06D4\uA4F8]/gu;
const SLASHES = /[\\\uFF0F\uFF3C\u2044\u2215\u29F8]/gu;
const COLONS = /[\uFF1A\u02D0\u02F8\u2236\uA789]/gu;
/** "[.]", "(dot)" and "{at}", with which people hide an address from programs. */
const BRACKETED = /[[({<](\.|dot|punkt|@|at|:)[\])}>]/gu;
const MEANINGS: Record<string, string> = { dot: ".", punkt: ".", at: "@" };

const ADDRESS = new RegExp(
  [
    // A host name ends with a dot and at least two characters, of which the first is a letter.
    String.raw`[^\s.]\.\p{L}[\p{L}\p{M}\p{N}-]`,
    String.raw`\d{1,3}(?:\.\d{1,3}){3}`,
    "xn--",
    "localhost",
    String.raw`\S@\S`,
    // Every scheme, also a changed one such as "hxxps".
    String.raw`\p{L}[\p{L}\p{N}+.-]*:/`,
    String.raw`(?<!\p{L})(?:h[tx]{2}ps?|ftps?|mailto|tel|sms|javascript|data|file|intent):\S`,
    String.raw`//\S`,
    String.raw`(?<!\p{L})www\d?[.,:/]?\S`,
  ].join("|"),
  "u",
);
const ENDINGS =
  "app|biz|ch|com|de|dev|edu|eu|fr|io|net|online|org|ru|shop|site|uk|xyz";
const ENDING = new RegExp(`^(?:${ENDINGS})(?![\\p{L}\\p{N}])`, "u");
/** Endings that do not begin a sentence. */
const ENDING_AFTER_DOT = /^(?:biz|com|io|net|org|ru|uk|xyz)(?![\p{L}\p{N}])/u;
const LOOKALIKE = new RegExp(
  `[\\p{L}\\p{N}],(?:${ENDINGS})(?![\\p{L}\\p{N}])`,
  "u",
);

interface Word {
  text: string;
  /** The word as `isAddress` reads it: without the characters with which an address could be disguised. */
  folded: string;
  /** What separates the word from the word before. */
  gap: string;
}

/**
 * Removes links, host names and email addresses from a personal message, and characters that are not visible. Otherwise
 * a stranger could use our mails for phishing. It prefers to remove too much: also "end.Next", because it could be a
 * host name.
 */
export function plainMessage(text: string): string {
  const words = wordsOf(visible(text));
  // When a word is removed, the words around it can become an address.
  for (let found = findAddress(words); found; found = findAddress(words))
    words.splice(found.index, found.count);
  return words
    .map(({ gap, text: word }) => gap + word)
    .join("")
    .trim();
}

/** Whether `plainMessage` removes a link or an address from the text. */
export function containsAddress(text: string): boolean {
  return findAddress(wordsOf(visible(text))) !== undefined;
}

/** Removes direction marks and characters of no width. Control characters become spaces. */
function visible(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f\u0085]/gu, "\n")
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .replace(/(?!\n)[\p{Cc}\s\u2800]/gu, " ");
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/(\s*)(\S+)/gu)].map(([, space = "", word = ""]) => {
    const lines = space.split("\n").length - 1;
    const gap = lines > 0 ? "\n".repeat(Math.min(lines, 2)) : " ";
    return { text: word, folded: fold(word), gap };
  });
}

function fold(word: string): string {
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("%2e", ".")
    .replaceAll("%40", "@")
    .replace(COLONS, ":")
    .replace(SLASHES, "/")
    .replace(NARROW_DOTS, ".")
    .replace(WIDE_DOTS, ".")
    .replace(LOOKALIKE_DOTS, ",")
    .replace(BRACKETED, (_, inner: string) => MEANINGS[inner] ?? inner);
}

/** Finds the first address: one word, or several words such as "example", "dot" and "com". */
function findAddress(
  words: readonly Word[],
): { index: number; count: number } | undefined {
  for (const [index, { folded }] of words.entries()) {
    const next = words[index + 1]?.folded ?? "";
    const third = words[index + 2]?.folded ?? "";
    if (isAddress(folded)) return { index, count: 1 };
    if (isEnding(folded, next)) return { index, count: 2 };
    if (joins(next, third)) return { index, count: 3 };
  }
  return undefined;
}

function isAddress(folded: string): boolean {
  return ADDRESS.test(folded) || LOOKALIKE.test(folded);
}

/** Whether two words are a host name together: "example" and ".com", "example." and "com". */
function isEnding(word: string, next: string): boolean {
  if (/^\.\p{L}{2}/u.test(next)) return true;
  return /[^.]\.$/u.test(word) && ENDING_AFTER_DOT.test(next);
}

/** Whether a word joins the words around it to an address: ".", "@", "dot", or a character that looks like a dot. */
function joins(word: string, next: string): boolean {
  if (word === ".") return /^\p{L}{2}/u.test(next);
  if (word === "@") return next !== "";
  if (word === ",") return ENDING_AFTER_DOT.test(next);
  return (word === "dot" || word === "punkt") && ENDING.test(next);
}
