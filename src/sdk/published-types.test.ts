import { afterAll, beforeAll, expect, test } from "bun:test";
import { join } from "node:path";
import { emitDeclarations } from "#scripts/sdk-declarations.ts";
import { temporaryFolder } from "#testing/kit/temporary";

const folder = temporaryFolder();
let declared = "";

beforeAll(async () => {
  await emitDeclarations(["src/server/features/router.ts"], folder.path);
  const file = join(folder.path, "server/features/router.d.ts");
  declared = await Bun.file(file).text();
});
afterAll(() => folder.remove());

test("published types are written out and refer to no database types", () => {
  const shapes = declared.replace(/^\s*ctx: .*;\n/gm, "");
  const modules = shapes.matchAll(/import\("(.*?)"\)/g);
  const named = [...new Set([...modules].map(([, module]) => module))];
  expect(named).not.toBeEmpty();
  for (const module of named)
    expect(module).toMatch(
      /^(@trpc\/server|\.\.\/kernel\/reasons|\.\.\/rpc\/meta|\.\.\/\.\.\/(sdk|shared)(\/\w+)?)$/,
    );
});

test("published types refer to the context by name, so that a package can omit it", () => {
  const contexts = declared.match(/^\s*ctx: .*$/gm) ?? [];
  const written = new Set(contexts.map((line) => line.trim()));
  expect([...written]).toEqual(['ctx: import("../rpc/context").Context;']);
});
