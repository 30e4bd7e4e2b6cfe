/** The languages of the web app and of mails, each with its name in that language. The source texts are English. */
export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_CODES = ["en", "de"] as const satisfies Language[];

export function isLanguage(text: string | null): text is Language {
  return text !== null && Object.hasOwn(LANGUAGES, text);
}

/** Returns the first supported language in a list of language tags such as `de-AT`; undefined if there is none. */
export function firstSupported(tags: readonly string[]): Language | undefined {
  return tags.map(baseOf).find(isLanguage);
}

/** Returns the language of a tag without its region: `de-AT` → `de` */
export function baseOf(tag: string): string {
  const [base = ""] = tag.split("-", 1);
  return base.trim().toLowerCase();
}
