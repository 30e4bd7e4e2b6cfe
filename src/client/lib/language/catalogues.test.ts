import { describe, expect, test } from "bun:test";
import { Glob } from "bun";
import { dirname, join } from "node:path";

const CLIENT = join(import.meta.dirname, "../..");
const TRANSLATIONS = ["de"];

const folders = [...new Glob("**/texts.ts").scanSync(CLIENT)]
  .map(dirname)
  .toSorted();

/** Lists the texts of a catalogue by their paths: `{ a: { b: "…" } }` → `["a.b", "…"]`. */
function flat(texts: object, above = ""): [string, unknown][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "object" && value !== null
      ? flat(value, `${above}${key}.`)
      : [[`${above}${key}`, value] as [string, unknown]],
  );
}

async function read(folder: string, file: string): Promise<object> {
  const module = (await import(join(CLIENT, folder, file))) as {
    texts?: () => object;
    default?: object;
  };
  return module.texts?.() ?? module.default ?? {};
}

const wordsIn = (text: string) => text.split(/\s+/).length;

describe.each(TRANSLATIONS)("%s", (language) => {
  test.each(folders)("translates all texts of %s", async (folder) => {
    const english = flat(await read(folder, "texts.ts"));
    const translated = flat(await read(folder, `texts.${language}.ts`));

    expect(translated.map(([key]) => key)).toEqual(english.map(([key]) => key));
    const meanings = new Map(translated);
    for (const [key, text] of english) {
      const translation = meanings.get(key);
      expect([key, typeof translation]).toEqual([key, typeof text]);
      if (typeof translation !== "string") continue;
      expect([key, translation.trim() === ""]).toEqual([key, text === ""]);
      // Names and words of both languages stay the same in a translation. They have at most two words.
      if (wordsIn(translation) > 2)
        expect([key, translation]).not.toEqual([key, text]);
    }
  });

  test("has no translation without a catalogue", () => {
    const translations = [
      ...new Glob(`**/texts.${language}.ts`).scanSync(CLIENT),
    ];
    expect(translations.map(dirname).toSorted()).toEqual(folders);
  });
});

test.each(folders)(
  "the catalogue of %s has the name of its folder",
  async (folder) => {
    const source = await Bun.file(join(CLIENT, folder, "texts.ts")).text();
    expect(source.replace(/\s+/g, "")).toContain(`catalogue("${folder}"`);
  },
);
