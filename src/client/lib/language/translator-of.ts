import type { Translation, Translator } from "./catalogue.ts";

/** @param catalogues translations by file: `{ "../../features/account/texts.de.ts": … }` */
export function translatorOf(catalogues: Record<string, unknown>): Translator {
  const byName = new Map(
    Object.entries(catalogues).map(([file, texts]) => [nameOf(file), texts]),
  );
  return <English extends object>(name: string) =>
    byName.get(name) as Translation<English> | undefined;
}

/** The paths are relative to the importing module. */
function nameOf(file: string): string {
  return file
    .replace(/^\.\//, "lib/language/")
    .replace(/^\.\.\/(?!\.\.)/, "lib/")
    .replace(/^\.\.\/\.\.\//, "")
    .replace(/\/texts\.\w+\.ts$/, "");
}
