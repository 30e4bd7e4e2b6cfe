/** The languages of the client, each by its own name. The source texts are in the first one. */
export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_NAMES = Object.entries(LANGUAGES) as [Language, string][];

/** The chosen language; `browser` follows the browser. */
export type LanguageChoice = "browser" | Language;

/** English with marks around every text, to find texts outside the catalogues. Set by hand in the browser's storage. */
export const PSEUDO = "pseudo";

const STORAGE_KEY = "tenantry.language";

const stored = readStored();

export const languageChoice: LanguageChoice =
  stored === PSEUDO ? "browser" : stored;

/** The language of this page. Another choice reloads the page. */
export const language: Language | typeof PSEUDO =
  stored === "browser" ? preferred() : stored;

/** The locale for `Intl`: the variant of the browser (`de-AT`), or the language alone. */
export const locale: string = variantOf(language === PSEUDO ? "en" : language);

/** Stores the choice and reloads the page. */
export function chooseLanguage(next: LanguageChoice): void {
  try {
    if (next === "browser") localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, next);
  } catch {
    // Storage may be blocked; then the language of the browser applies.
  }
  location.reload();
}

/** The first supported language of a list, or English. */
export function firstKnown(wanted: readonly string[]): Language {
  return wanted.map(baseOf).find(isLanguage) ?? "en";
}

function preferred(): Language {
  return firstKnown(accepted());
}

function variantOf(known: Language): string {
  return accepted().find((tag) => baseOf(tag) === known) ?? known;
}

function accepted(): readonly string[] {
  return globalThis.navigator?.languages ?? [];
}

function baseOf(tag: string): string {
  const [base = ""] = tag.split("-", 1);
  return base.toLowerCase();
}

function isLanguage(text: string | null): text is Language {
  return text !== null && Object.hasOwn(LANGUAGES, text);
}

function readStored(): LanguageChoice | typeof PSEUDO {
  try {
    const text = localStorage.getItem(STORAGE_KEY);
    return isLanguage(text) || text === PSEUDO ? text : "browser";
  } catch {
    return "browser";
  }
}
