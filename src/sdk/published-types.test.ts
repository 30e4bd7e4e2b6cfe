import { afterAll, beforeAll, expect, test } from "bun:test";
import { join } from "node:path";
import { temporaryFolder } from "#testing/kit/temporary";

const REPOSITORY = join(import.meta.dirname, "../..");
const COMPILER = join(REPOSITORY, "node_modules/typescript/bin/tsc");
const folder = temporaryFolder();
let declared = "";

beforeAll(async () => {
  // These settings are the ones of the repository, reduced to one file and its declarations.
  const settings = join(folder.path, "tsconfig.json");
  await Bun.write(
    settings,
    JSON.stringify(settingsFor("src/server/features/router.ts")),
  );
  const compiler = Bun.spawn([COMPILER, "--project", settings], {
    cwd: REPOSITORY,
    stdout: "pipe",
  });
  const faults = await new Response(compiler.stdout).text();
  if ((await compiler.exited) !== 0) throw new Error(faults);
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

function settingsFor(path: string) {
  return {
    extends: join(REPOSITORY, "tsconfig.json"),
    compilerOptions: {
      noEmit: false,
      noCheck: true,
      declaration: true,
      emitDeclarationOnly: true,
      rewriteRelativeImportExtensions: true,
      rootDir: join(REPOSITORY, "src"),
      outDir: folder.path,
      typeRoots: [join(REPOSITORY, "node_modules")],
      types: ["bun-types"],
    },
    include: [],
    files: [join(REPOSITORY, path)],
  };
}
