import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { cp, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROJECT = join(import.meta.dirname, "../..");
const OXLINT = join(PROJECT, "node_modules/oxlint/bin/oxlint");

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tenantry-lint-"));
  await mkdir(join(directory, "src/client"), { recursive: true });
  await mkdir(join(directory, "scripts"));
  await symlink(
    join(PROJECT, "node_modules"),
    join(directory, "node_modules"),
    "dir",
  );
  for (const path of [".oxlintrc.json", "scripts/lint"])
    await cp(join(PROJECT, path), join(directory, path), { recursive: true });
});

afterAll(() => rm(directory, { recursive: true }));

/** Lints a client file with the project's configuration. */
async function lint(source: string) {
  const file = "src/client/example.tsx";
  await Bun.write(join(directory, file), source);
  const run = Bun.spawn([process.execPath, OXLINT, "--format=unix", file], {
    cwd: directory,
    stdout: "pipe",
  });
  const output = await new Response(run.stdout).text();
  const problems = output
    .split("\n")
    .filter((line) => line.includes("no-early-texts"));
  return { exitCode: await run.exited, problems };
}

describe("the linter refuses a text read while a module loads", () => {
  test.each([
    ["in a constant", `export const title = texts().title;`],
    ["in an object", `export const labels = { title: texts().title };`],
    ["in a destructuring", `export const { title } = texts();`],
    ["in a static field", `export class A { static title = texts().title; }`],
    ["in a statement", `if (texts().title) document.title = "";`],
  ])("%s", async (_, code) => {
    const { exitCode, problems } = await lint(
      `import { texts } from "./texts.ts";\n${code}\n`,
    );

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("Call texts() inside a function");
    expect(exitCode).not.toBe(0);
  });

  test("under another name", async () => {
    const { problems } = await lint(
      `import { texts as words } from "./texts.ts";\nexport const title = words().title;\n`,
    );

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("Call words() inside a function");
  });
});

test("the linter allows a text read inside a function", async () => {
  const { exitCode, problems } = await lint(`
    import { texts } from "./texts.ts";
    export const title = () => texts().title;
    export function Title() {
      return <h1>{texts().title}</h1>;
    }
    export const labels = { get title() { return texts().title; } };
  `);

  expect(problems).toEqual([]);
  expect(exitCode).toBe(0);
});
