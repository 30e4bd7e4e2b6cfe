import { describe, expect, test } from "bun:test";
import { type Node, parseSync } from "@babel/core";
import { Glob } from "bun";
import { join } from "node:path";
import { type Banned, BANNED_ENGLISH, BANNED_GERMAN } from "./banned-wording";

const SRC = join(import.meta.dirname, "../..");

/** The mails. A property `de` has the German texts, everything else is English. */
const MAILS = "server/{features/**/mail,kernel/mail/{content,layout}}.ts";
/** The files with texts for people. Their comments and names of keys do not count. */
const ENGLISH = [
  "client/**/texts.ts",
  MAILS,
  "server/kernel/reasons.ts",
  "shared/{rules,plans,permissions}.ts",
];
const GERMAN = [
  "client/**/texts.de.ts",
  "client/lib/language/errors/**/german-*.ts",
  MAILS,
];

describe.each([
  ["English", ENGLISH, BANNED_ENGLISH],
  ["German", GERMAN, BANNED_GERMAN],
] as const)("the %s texts", (language, globs, banned) => {
  test.each(filesOf(globs))("of %s use no banned wording", async (file) => {
    const source = await Bun.file(join(SRC, file)).text();
    const isMail = new Glob(MAILS).match(file);
    const texts = textsOf(source, file, isMail ? language : undefined);
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

/**
 * Returns the string literals of a file, except names of keys and imports. A value in a text becomes `#`.
 * @param language returns only the literals of this language, of a file with both
 */
function textsOf(
  source: string,
  filename: string,
  language?: "English" | "German",
): string[] {
  const tree = parseSync(source, {
    filename,
    presets: ["@babel/preset-typescript"],
    babelrc: false,
    configFile: false,
  });
  if (!tree) return [];
  const german = language && propertiesIn(tree, "de");
  if (language === "German")
    return german?.flatMap((node) => literalsIn(node)) ?? [];
  return literalsIn(tree, german);
}

/** Returns the values of all properties with this name. */
function propertiesIn(node: unknown, name: string): unknown[] {
  if (Array.isArray(node))
    return node.flatMap((one) => propertiesIn(one, name));
  if (!isNode(node)) return [];
  const isNamed =
    node.type === "ObjectProperty" &&
    node.key.type === "Identifier" &&
    node.key.name === name;
  if (isNamed) return [node.value];
  return Object.values(node).flatMap((one) => propertiesIn(one, name));
}

/** @param without nodes whose literals do not count */
function literalsIn(node: unknown, without: readonly unknown[] = []): string[] {
  const inside = (part: unknown) => literalsIn(part, without);
  if (without.includes(node)) return [];
  if (Array.isArray(node)) return node.flatMap(inside);
  if (!isNode(node) || node.type === "ImportDeclaration") return [];
  if (node.type === "StringLiteral") return [node.value];
  if (node.type === "TemplateLiteral")
    return [
      node.quasis.map(({ value }) => value.cooked ?? "").join("#"),
      ...inside(node.expressions),
    ];
  if (node.type === "ObjectProperty") return inside(node.value);
  return Object.values(node).flatMap(inside);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}
