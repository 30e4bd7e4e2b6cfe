/**
 * The translation of a catalogue of texts, functions that make texts, and groups of these. A sentence with elements is a
 * list in the order of the language: `(name: JSX.Element) => ["Ask ", name, "."]`.
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

/** Translates the catalogue of the given name; undefined without a translation. */
export type Translator = <English extends object>(
  name: string,
  english: English,
) => Translation<English> | undefined;

const translators: Translator[] = [];

/** Adds translations for catalogues that are read from now on. */
export function addTranslator(translator: Translator): void {
  translators.push(translator);
}

/** The translation of what `catalogue` returned. */
export type TranslationOf<Texts extends () => object> = Translation<
  ReturnType<Texts>
>;

/**
 * Defines the texts of a folder, in English. Translations are files beside it (`texts.de.ts`); `load.ts` loads them before
 * the page is shown.
 *
 * @param name the folder, from src/client: `"features/account"`
 * @returns a function that returns the texts in the language of the reader. Call it when a text is shown, never while a
 *   module loads: the translation may arrive later. The linter refuses an early call.
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
