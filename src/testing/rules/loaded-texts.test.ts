import { expect, test } from "bun:test";
import { Glob } from "bun";
import { posix } from "node:path";
import { imports, sources } from "./imports";

const LANGUAGE = "client/lib/language";
/** The files that load pages and dialogs with parts of the translations. */
const LOADERS = ["client/routes.tsx", "client/app/palette/palette-button.tsx"];

/** Texts that a page can only show after another page has loaded their translation. */
const SHOWN_LATER = /^client\/layout\/gates\//;

/** Each page and dialog, with the parts that load with it. */
const pages = LOADERS.flatMap((loader) => {
  const source = sources.get(loader) ?? "";
  /** The parts that each wrapper loads: `inside` → `["inside"]`. */
  const wrappers = new Map(
    [...source.matchAll(/const (\w+) = withWords\(([^)]*)\)/g)].map(
      ([, name = "", parts = ""]) => [name, namesIn(parts)] as const,
    ),
  );
  return [
    ...source.matchAll(
      /(\w+)(?:\(([^()]*)\))?\(\s*\(\) =>\s*import\(\s*"\.\/([^"]+)"/g,
    ),
  ].map(
    ([, wrapper = "", parts, page = ""]) =>
      [
        posix.join(posix.dirname(loader), page),
        parts === undefined ? (wrappers.get(wrapper) ?? []) : namesIn(parts),
      ] as const,
  );
});

test("the loaders load pages and dialogs", () => {
  expect(pages.map(([page]) => page)).toEqual(
    expect.arrayContaining([
      "client/features/projects/projects-page.tsx",
      "client/app/palette/palette.tsx",
    ]),
  );
});

test.each(pages)("%s loads the translations of its texts", (page, parts) => {
  const loaded = ["entry", ...parts].flatMap(translationsOf);
  const shown = [...reachableFrom(page)].filter(
    (file) => file.endsWith("/texts.ts") && !SHOWN_LATER.test(file),
  );
  const missing = shown.filter(
    (file) => !loaded.includes(file.replace(/\.ts$/, ".de.ts")),
  );
  expect(missing).toEqual([]);
});

test("every German text is in exactly one part", () => {
  const parts = [...sources.keys()]
    .filter((file) => /^client\/lib\/language\/german-\w+\.ts$/.test(file))
    .flatMap((file) => translationsIn(file));
  const all = [...sources.keys()].filter((file) =>
    file.endsWith("/texts.de.ts"),
  );
  expect(parts.toSorted()).toEqual(all.toSorted());
});

function namesIn(list: string): string[] {
  return [...list.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name);
}

function translationsOf(part: string): string[] {
  return translationsIn(`${LANGUAGE}/german-${part}.ts`);
}

/** Returns the files that the `import.meta.glob` of a module imports. */
function translationsIn(module: string): string[] {
  const patterns = [
    ...(sources.get(module) ?? "").matchAll(
      /"(!?)(\.[^"]+(?:texts\.de\.ts|\*))"/g,
    ),
  ].map(([, not, path = ""]) => ({
    isExcluded: not === "!",
    glob: new Glob(posix.join(LANGUAGE, path)),
  }));
  return [...sources.keys()].filter(
    (file) =>
      patterns.some(
        ({ isExcluded, glob }) => !isExcluded && glob.match(file),
      ) &&
      !patterns.some(({ isExcluded, glob }) => isExcluded && glob.match(file)),
  );
}

function reachableFrom(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const isLoadedWithWords = (to: string) => pages.some(([page]) => page === to);
  for (const { from, to, isType } of imports)
    if (
      from === file &&
      !isType &&
      to.startsWith("client/") &&
      !isLoadedWithWords(to)
    )
      reachableFrom(to, seen);
  return seen;
}
