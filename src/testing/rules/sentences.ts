import { parseSync, traverse, type types } from "@babel/core";
import { Glob } from "bun";
import { join } from "node:path";

const SOURCE = join(import.meta.dirname, "../..");

/** What no reader of a page is ever told: words for who runs the program, or in mail. */
const NOT_READ_THERE =
  /^server\/(cli|http|serve|dependencies|housekeeping|rpc\/(?!error)|kernel\/(config|mail|db|outbox|log|audit\/(?!last|unch)|client-address|idempotency|live|inputs)|core\/billing|features\/(.*[/-]mail\.ts|billing\/(demo|stripe)))/;
const DESCRIBES = new Set(["description", "summary", "nothingToCross"]);

/** Every sentence that the server and the shared schemas may say to a reader; values are `{}`. */
export async function sentencesOfServer(): Promise<string[]> {
  const files = [...new Glob("{server,shared}/**/*.ts").scanSync(SOURCE)];
  const read = files.filter(
    (file) => !file.endsWith(".test.ts") && !NOT_READ_THERE.test(file),
  );
  const found = await Promise.all(read.map(sentencesIn));
  return [...new Set(found.flat())].toSorted();
}

async function sentencesIn(file: string): Promise<string[]> {
  const path = join(SOURCE, file);
  const tree = parseSync(await Bun.file(path).text(), {
    filename: path,
    configFile: false,
    babelrc: false,
    parserOpts: { plugins: ["typescript"] },
  });
  if (!tree) throw new Error(`${file} was not understood.`);
  const sentences: string[] = [];
  traverse(tree, {
    "StringLiteral|TemplateLiteral"(at) {
      const text = textOf(at.node as types.StringLiteral);
      if (!isSentence(text)) return;
      const isTold = !at.findParent(
        ({ node }) => isDescription(node) || isProgrammersError(node),
      );
      if (isTold) sentences.push(text);
    },
  });
  return sentences;
}

function textOf(node: types.StringLiteral | types.TemplateLiteral): string {
  if (node.type === "StringLiteral") return node.value;
  return node.quasis.map(({ value }) => value.cooked ?? "").join("{}");
}

function isSentence(text: string): boolean {
  return /^[A-Z{].* .*\.$/s.test(text) && !/^\{\}[^ ]/.test(text);
}

function isDescription(node: types.Node): boolean {
  return (
    node.type === "ObjectProperty" &&
    node.key.type === "Identifier" &&
    DESCRIBES.has(node.key.name)
  );
}

/** `throw new Error(…)`: a mistake of ours, answered with "Something went wrong". */
function isProgrammersError(node: types.Node): boolean {
  return (
    node.type === "NewExpression" &&
    node.callee.type === "Identifier" &&
    /^(Error|TypeError|RangeError)$/.test(node.callee.name)
  );
}
