import { afterAll, beforeAll, expect, test } from "bun:test";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { buildSdk, sdkFolder } from "#scripts/build-sdk.ts";
import { findOrInstallNode, type Node } from "#scripts/node.ts";
import { root } from "#scripts/run.ts";
import { temporaryFolder } from "../kit/temporary";

let node: Node;
const folder = temporaryFolder();
let tarball = "";

beforeAll(async () => {
  await buildSdk();
  node = await findOrInstallNode();
  const packed = await run([...node.npm, "pack", sdkFolder, "--silent"]);
  tarball = join(folder.path, packed.output.trim());
}, 300_000);
afterAll(() => folder.remove());

const ENTRIES = [".", "./react", "./solid", "./permissions", "./package.json"];
const BUDGETS = [
  ["index", 16],
  ["react", 20],
  ["solid", 16],
  ["permissions", 1],
] as const;

test.each(BUDGETS)(
  "the entry %s has at most %i KB of code, compressed",
  async (entry, most) => {
    const code = await Promise.all(
      (await filesOf(`${entry}.js`)).map((file) => read(file)),
    );
    const size = code.reduce((sum, text) => sum + Bun.gzipSync(text).length, 0);
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(most * 1024);
  },
);

test("the code imports only the packages that an application brings", async () => {
  const imported = async (entry: string) => {
    const files = await filesOf(`${entry}.js`);
    const all = await Promise.all(files.map(importsOf));
    return [...new Set(all.flat())]
      .filter((name) => !name.startsWith("."))
      .toSorted();
  };
  expect(await imported("index")).toEqual([]);
  expect(await imported("permissions")).toEqual([]);
  expect(await imported("react")).toEqual(["@tanstack/react-query", "react"]);
  expect(await imported("solid")).toEqual([
    "@tanstack/solid-query",
    "solid-js",
  ]);
});

test("the package contains no code of the server", async () => {
  const texts = await Promise.all(
    readdirSync(sdkFolder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(js|d\.ts)$/.test(file))
      .map(read),
  );
  const all = texts.join("\n");
  for (const word of [
    "drizzle",
    "libsql",
    "hono",
    "trpc-to-openapi",
    "TenantDb",
    "PASSWORD_HASH",
    "/tmp/",
    root,
  ])
    expect(all).not.toContain(word);
});

test("the package has the version and the license of the repository", async () => {
  const own = await Bun.file(join(root, "package.json")).json();
  const packed = await Bun.file(join(sdkFolder, "package.json")).json();
  expect(packed.version).toBe(own.version);
  expect(packed.license).toBe(own.license);
  expect(Object.keys(packed.exports)).toEqual(ENTRIES);
  expect(await read("LICENSE")).toStartWith("MIT License");
});

test("publint finds nothing", async () => {
  const { exitCode, output } = await run([
    ...node.npx,
    "--yes",
    "publint@0.3.25",
    "run",
    tarball,
    "--strict",
  ]);
  expect(output).toContain("All good!");
  expect(exitCode).toBe(0);
}, 300_000);

test("attw finds nothing", async () => {
  const { exitCode, output } = await run([
    ...node.npx,
    "--yes",
    "@arethetypeswrong/cli@0.18.5",
    tarball,
    "--profile",
    "esm-only",
    // By default, the format depends on the terminal.
    "--format",
    "ascii",
  ]);
  expect(exitCode).toBe(0);
  const resolved = output.match(/^(node16 \(from ESM\)|bundler): .*$/gm) ?? [];
  expect(resolved).toHaveLength(2 * ENTRIES.length);
  for (const line of resolved) expect(line).toContain("🟢");
}, 300_000);

/** Returns a file and the files that it imports. */
async function filesOf(file: string): Promise<string[]> {
  const found = new Set([file]);
  // The loop also visits the files that it adds.
  for (const one of found)
    for (const name of await importsOf(one))
      if (name.startsWith(".")) found.add(join(one, "..", name));
  return [...found];
}

async function importsOf(file: string): Promise<string[]> {
  const { imports } = new Bun.Transpiler({ loader: "js" }).scan(
    await read(file),
  );
  return imports.map(({ path }) => path);
}

function read(file: string): Promise<string> {
  return Bun.file(join(sdkFolder, file)).text();
}

async function run(command: string[]) {
  const child = Bun.spawn(command, {
    cwd: folder.path,
    env: node.env,
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
  });
  const [output, errors, exitCode] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { exitCode, output: output + errors };
}
