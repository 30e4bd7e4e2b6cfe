/**
 * What stands in a catalogue: texts, sentences with something put in, groups of these. A sentence that contains
 * elements gives its pieces in the order of the language: `(name: JSX.Element) => ["Ask ", name, "."]`.
 */
export type Translation<English> = {
  readonly [Key in keyof English]: English[Key] extends (
    ...values: infer Values
  ) => infer Said
    ? (...values: Values) => Said extends string ? string : Said
    : English[Key] extends object
      ? Translation<English[Key]>
      : string;
};

/** Gives a catalogue in the language of the reader; nothing where it has none of that name. */
export type Translator = <English extends object>(
  name: string,
  english: English,
) => Translation<English> | undefined;

const translators: Translator[] = [];

/** Words for the catalogues that are read from now on. */
export function addTranslator(translator: Translator): void {
  translators.push(translator);
}

/**
 * A catalogue: all that a folder says, in English. Other languages stand beside it (`texts.de.ts`), and are loaded by
 * `load.ts` before the page is. It is read when a text is used, never while modules are loaded.
 *
 * @param name the folder, from src/client: `"features/account"`
 */
export function catalogue<English extends object>(
  name: string,
  english: English,
): English {
  let translated: English | undefined;
  const inLanguage = () => {
    for (const translator of translators)
      translated ??= translator(name, english) as English | undefined;
    return translated ?? english;
  };
  return new Proxy(english, {
    get: (_, key) => Reflect.get(inLanguage(), key),
  });
}
