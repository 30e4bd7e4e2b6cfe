import type { Translation, Translator } from "./catalogue.ts";

/** @param catalogues by their files: `{ "../pages/account/texts.de.ts": … }` */
export function translatorOf(catalogues: Record<string, unknown>): Translator {
  const byName = new Map(
    Object.entries(catalogues).map(([file, texts]) => [nameOf(file), texts]),
  );
  return <English extends object>(name: string) =>
    byName.get(name) as Translation<English> | undefined;
}

function nameOf(file: string): string {
  return file.replace(/^\.\.\//, "").replace(/\/texts\.\w+\.ts$/, "");
}
