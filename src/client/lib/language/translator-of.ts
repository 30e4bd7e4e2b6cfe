import type { Translation, Translator } from "./catalogue.ts";

/**
 * Returns a translator that finds the translation of a catalogue by its name.
 *
 * @param catalogues translations by the path of their file: `{ "../../features/account/texts.de.ts": … }`
 */
export function translatorOf(catalogues: Record<string, unknown>): Translator {
  const byName = new Map(
    Object.entries(catalogues).map(([file, texts]) => [nameOf(file), texts]),
  );
  return <English extends object>(name: string) =>
    byName.get(name) as Translation<English> | undefined;
}

/** Returns the name of a catalogue from the path of its file, which is relative to the folder of this module. */
function nameOf(file: string): string {
  return file
    .replace(/^\.\//, "lib/language/")
    .replace(/^\.\.\/(?!\.\.)/, "lib/")
    .replace(/^\.\.\/\.\.\//, "")
    .replace(/\/texts\.\w+\.ts$/, "");
}
