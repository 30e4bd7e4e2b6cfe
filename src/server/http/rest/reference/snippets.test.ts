import { expect, test } from "bun:test";
import { join } from "node:path";
import { appRouter } from "#server/features/router";
import { temporaryFolder } from "#testing/kit/temporary";
import { createOpenApiDocument } from "../openapi/document";
import { readOperations } from "./operations";
import { createSnippets } from "./snippets";

const REPOSITORY = join(import.meta.dirname, "../../../../..");
const document = createOpenApiDocument(
  appRouter,
  new URL("https://app.example.com"),
);

/** The TypeScript code of all operations as one program, in which every other parameter is a string. */
function program(): string {
  const operations = readOperations(document);
  const names = operations.flatMap(({ parameters }) =>
    parameters.map(({ name }) => name).filter((name) => /^\w+$/.test(name)),
  );
  const blocks = operations.map(
    (operation) => `{
  // ${operation.id}
  ${createSnippets(document, operation).typescript}
}`,
  );
  return `import { createTenantry } from "#sdk/index";
const tenantry = createTenantry({
  url: "https://app.example.com",
  apiKey: "key",
  org: "acme",
});
${[...new Set(names)].map((name) => `declare const ${name}: string;`).join("\n")}
${blocks.join("\n")}
`;
}

test("the TypeScript code of every operation compiles with the client", async () => {
  const folder = temporaryFolder();
  const file = join(folder.path, "program.ts");
  await Bun.write(file, program());
  const settings = join(folder.path, "tsconfig.json");
  await Bun.write(
    settings,
    JSON.stringify({
      extends: join(REPOSITORY, "tsconfig.json"),
      compilerOptions: {
        noUnusedLocals: false,
        typeRoots: [join(REPOSITORY, "node_modules")],
        types: ["bun-types"],
      },
      include: [],
      files: [file],
    }),
  );
  const compiler = Bun.spawn(
    [
      join(REPOSITORY, "node_modules/typescript/bin/tsc"),
      "--project",
      settings,
    ],
    { cwd: REPOSITORY, stdout: "pipe" },
  );
  const faults = await new Response(compiler.stdout).text();
  folder.remove();
  expect(faults).toBe("");
});
