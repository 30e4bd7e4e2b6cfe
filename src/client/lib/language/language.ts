import {
  baseOf,
  firstSupported,
  isLanguage,
  type Language,
  LANGUAGES,
} from "#shared/languages.ts";

export type { Language };

export const LANGUAGE_NAMES = Object.entries(LANGUAGES) as [Language, string][];

/** The language that the user has chosen; `browser` means the language of the browser. */
export type LanguageChoice = "browser" | Language;

/**
 * A test language: English with marks around every text, which shows texts outside the catalogues. Developers set it
 * by hand in the browser's storage.
 */
export const PSEUDO = "pseudo";

const STORAGE_KEY = "tenantry.language";

const stored = readStored();

export const languageChoice: LanguageChoice =
  stored === PSEUDO ? "browser" : stored;

/**
 * The language of this page. It stays the same until the page is reloaded, which happens when the user chooses
 * another language.
 */
export const language: Language | typeof PSEUDO =
  stored === "browser" ? preferred() : stored;

/** The locale for `Intl`: the browser's variant of the language, such as `de-AT`, or the language alone. */
export const locale: string = variantOf(language === PSEUDO ? "en" : language);

/** Stores the language that the user has chosen, and reloads the page. */
export function chooseLanguage(next: LanguageChoice): void {
  try {
    if (next === "browser") localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, next);
  } catch {
    // If the browser blocks storage, the language of the browser applies.
  }
  location.reload();
}

function preferred(): Language {
  return firstSupported(accepted()) ?? "en";
}

function variantOf(known: Language): string {
  return accepted().find((tag) => baseOf(tag) === known) ?? known;
}

function accepted(): readonly string[] {
  return globalThis.navigator?.languages ?? [];
}

function readStored(): LanguageChoice | typeof PSEUDO {
  try {
    const text = localStorage.getItem(STORAGE_KEY);
    return isLanguage(text) || text === PSEUDO ? text : "browser";
  } catch {
    return "browser";
  }
}
