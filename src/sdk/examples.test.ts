import { expect, test } from "bun:test";
import { join } from "node:path";

test.each(["index", "react", "solid"])(
  "the docstring of %s shows the example that the compiler has seen",
  async (flavour) => {
    const source = await read(`${flavour}.ts`);
    const compiled = await read(`examples/${flavour}.ts`);
    expect(shownIn(source)).toBe(compiled.replace(/^import .*\n/gm, "").trim());
  },
);

function read(path: string): Promise<string> {
  return Bun.file(join(import.meta.dirname, path)).text();
}

function shownIn(source: string): string | undefined {
  const block = /^ \* ```ts\n(.*?)^ \* ```$/ms.exec(source)?.[1];
  return block?.replace(/^ \* ?/gm, "").trim();
}
