/**
 * The type of a translation. It has the keys of the English catalogue; each value is a text, a function that returns
 * a text, or a group of these. A sentence with elements is a list in the word order of the language: `(name:
 * JSX.Element) => ["Ask ", name, "."]`.
 */
export type Translation<English> = {
  readonly [Key in keyof English]: English[Key] extends (
    ...values: infer Values
  ) => infer Result
    ? (...values: Values) => Result extends string ? string : Result
    : English[Key] extends object
      ? Translation<English[Key]>
      : string;
};

/** Returns the translation of the catalogue with the given name, or undefined if there is none. */
export type Translator = <English extends object>(
  name: string,
  english: English,
) => Translation<English> | undefined;

const translators: Translator[] = [];

/** Adds a translator for all catalogues that no other translator has translated yet. */
export function addTranslator(translator: Translator): void {
  translators.push(translator);
}

/** The type of a translation, for the function that `catalogue` returned. */
export type TranslationOf<Texts extends () => object> = Translation<
  ReturnType<Texts>
>;

/**
 * Defines the English texts of a folder. Their translations are files in the same folder (`texts.de.ts`), which
 * `load.ts` loads before the page is shown.
 *
 * @param name the path of the folder below src/client: `"features/account"`
 * @returns a function that returns the texts in the language of the reader. Call it when a text is shown, never while
 *   a module loads, because the translation may arrive later. The linter refuses a call that is too early.
 */
export function catalogue<English extends object>(
  name: string,
  english: English,
): () => English {
  let translated: English | undefined;
  return () => {
    for (const translator of translators)
      translated ??= translator(name, english) as English | undefined;
    return translated ?? english;
  };
}
