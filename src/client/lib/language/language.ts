/** The languages of the client, each by its own name. The first is the one everything is written in. */
export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;

/** Each language with its own name. */
export const LANGUAGE_NAMES = Object.entries(LANGUAGES) as [Language, string][];

/** What a person chose; `browser` follows the browser. */
export type LanguageChoice = "browser" | Language;

/** English with marks around every text: shows what no catalogue holds. Chosen by hand, in the browser's storage. */
export const PSEUDO = "pseudo";

const STORAGE_KEY = "tenantry.language";

const kept = readStored();

export const languageChoice: LanguageChoice =
  kept === PSEUDO ? "browser" : kept;

/** The language of this page; another choice loads the page anew. */
export const language: Language | typeof PSEUDO =
  kept === "browser" ? preferred() : kept;

/** For `Intl`: the reader's own variant of the language (`de-AT`), or the language alone. */
export const locale: string = variantOf(language === PSEUDO ? "en" : language);

/** Stores the choice and loads the page in it. */
export function chooseLanguage(next: LanguageChoice): void {
  try {
    if (next === "browser") localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, next);
  } catch {
    // Storage may be forbidden: the browser's language holds then.
  }
  location.reload();
}

/** The first language of a list that there is; English where there is none. */
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
    const stored = localStorage.getItem(STORAGE_KEY);
    return isLanguage(stored) || stored === PSEUDO ? stored : "browser";
  } catch {
    return "browser";
  }
}
