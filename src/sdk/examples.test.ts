import { expect, test } from "bun:test";
import { join } from "node:path";
import { asConsumer } from "#scripts/build-sdk.ts";

const examples = [
  "errors.ts",
  "index.ts",
  "live.ts",
  "permissions.ts",
  "react.tsx",
  "solid.tsx",
];

test.each(["index.ts", "react.tsx", "solid.tsx"])(
  "the docstring of an entry shows the example %s, which the compiler has seen",
  async (example) => {
    const source = await read(example.replace("tsx", "ts"));
    const block = /^ \* ```tsx?\n(.*?)^ \* ```$/ms.exec(source)?.[1];
    const shown = block?.replace(/^ \* ?/gm, "").trim();
    const compiled = await read(`examples/${example}`);
    const body = withoutPragma(compiled).replace(/^import [^;]*;\n/gm, "");
    expect(shown).toBe(body.trim());
  },
);

test.each(examples)(
  "the README shows the example %s, which the compiler has seen",
  async (example) => {
    const readme = await read("README.md");
    const shown = [...readme.matchAll(/^```tsx?\n(.*?)^```$/gms)].map(
      ([, block]) => block,
    );
    const compiled = await read(`examples/${example}`);
    expect(shown).toContain(withoutPragma(asConsumer(compiled)));
  },
);

test("the first call in the README needs at most ten lines", async () => {
  const [, first = ""] =
    /^```ts\n(.*?)^```$/ms.exec(await read("README.md")) ?? [];
  expect(first).toContain("createTenantry(");
  expect(first.trimEnd().split("\n").length).toBeLessThanOrEqual(10);
});

test("every example is tested", async () => {
  const files = new Bun.Glob("*").scanSync(
    join(import.meta.dirname, "examples"),
  );
  expect([...files].toSorted()).toEqual(examples);
});

/** The line that says whose JSX a file contains, because the repository contains both React and Solid. */
function withoutPragma(example: string): string {
  return example.replace(/^\/\*\* @jsxImportSource .*\n/, "");
}

function read(path: string): Promise<string> {
  return Bun.file(join(import.meta.dirname, path)).text();
}
