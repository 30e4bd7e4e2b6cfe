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
  const folder = file.replace(/\/?texts\.\w+\.ts$/, "");
  // Vite names what lies beside the importing module from there.
  if (folder === "..") return ".";
  return folder.replace(/^\.\//, "language/").replace(/^\.\.\//, "");
}
