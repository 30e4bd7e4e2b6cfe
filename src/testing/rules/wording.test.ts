import { describe, expect, test } from "bun:test";
import { type Node, parseSync } from "@babel/core";
import { Glob } from "bun";
import { join } from "node:path";
import { type Banned, BANNED_ENGLISH, BANNED_GERMAN } from "./banned-wording";

const SRC = join(import.meta.dirname, "../..");

/** The files with texts for people. Their comments and names of keys do not count. */
const ENGLISH = [
  "client/**/texts.ts",
  "server/kernel/reasons.ts",
  "shared/{rules,plans,permissions}.ts",
];
const GERMAN = [
  "client/**/texts.de.ts",
  "client/lib/language/errors/**/german-*.ts",
  "server/**/mail-texts.de.ts",
];

describe.each([
  ["English", ENGLISH, BANNED_ENGLISH],
  ["German", GERMAN, BANNED_GERMAN],
] as const)("the %s texts", (_, globs, banned) => {
  test.each(filesOf(globs))("of %s use no banned wording", async (file) => {
    const texts = textsOf(await Bun.file(join(SRC, file)).text(), file);
    expect(texts.flatMap((text) => faultsOf(text, banned))).toEqual([]);
  });
});

test("the search finds a banned wording in a text, and none in a name or a comment", () => {
  const source =
    'const whoever = { "a": `Ask ${1} or whoever`, /* nobody */ cancelled: 1 };';
  expect(
    textsOf(source, "x.ts").flatMap((text) => faultsOf(text, BANNED_ENGLISH)),
  ).toEqual(["“Ask # or whoever”: write the person who, anyone who"]);
});

function filesOf(globs: readonly string[]): string[] {
  return globs.flatMap((glob) => [...new Glob(glob).scanSync(SRC)]).toSorted();
}

function faultsOf(text: string, banned: readonly Banned[]): string[] {
  return banned
    .filter(([pattern]) => pattern.test(text))
    .map(([, instead]) => `“${text}”: write ${instead}`);
}

/** Returns the string literals of a file, except names of keys and imports. A value in a text becomes `#`. */
function textsOf(source: string, filename: string): string[] {
  const tree = parseSync(source, {
    filename,
    presets: ["@babel/preset-typescript"],
    babelrc: false,
    configFile: false,
  });
  return tree ? literalsIn(tree) : [];
}

function literalsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(literalsIn);
  if (!isNode(node) || node.type === "ImportDeclaration") return [];
  if (node.type === "StringLiteral") return [node.value];
  if (node.type === "TemplateLiteral")
    return [
      node.quasis.map(({ value }) => value.cooked ?? "").join("#"),
      ...literalsIn(node.expressions),
    ];
  if (node.type === "ObjectProperty") return literalsIn(node.value);
  return Object.values(node).flatMap(literalsIn);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}
