import { existsSync } from "node:fs";
import { copyFile, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fingerprint, isStamped, writeStamp } from "./fingerprint.ts";
import { installDependencies } from "./install.ts";
import { finish, root, seconds, StepFailed } from "./run.ts";
import { bundleDeclarations, emitDeclarations } from "./sdk-declarations.ts";

const sources = [
  "src/sdk",
  "src/server",
  "src/shared",
  "package.json",
  "bun.lock",
  "tsconfig.json",
  "LICENSE",
  "scripts/build-sdk.ts",
  "scripts/sdk-declarations.ts",
];
const entries = ["index", "react", "solid", "permissions"];

/** The packages that an application brings itself, with the oldest versions that work. */
const peers = {
  "@tanstack/react-query": "^5.100.0",
  "@tanstack/solid-query": "^5.100.0",
  react: "^18.3.0 || ^19.0.0",
  "solid-js": "^1.9.0",
};

/** The folder of the packed client, which `npm pack` and `npm publish` accept. */
export const sdkFolder = join(root, "dist/sdk");
const draft = join(root, "dist/sdk.draft");
const types = join(root, "dist/sdk.types");
const stampFile = "dist/sdk.stamp";

/** Builds the typed client into dist/sdk, unless it was already built from the present sources. */
export async function buildSdk() {
  const stamp = fingerprint(sources);
  const isFresh =
    existsSync(join(sdkFolder, "package.json")) &&
    (await isStamped(stampFile, stamp));
  if (isFresh) return;
  const started = performance.now();
  console.log("Building the typed client …");
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  await Promise.all([buildCode(), buildDeclarations()]);
  await writeManifest();
  await writeExamples();
  await copyFile(join(root, "src/sdk/README.md"), join(draft, "README.md"));
  await copyFile(join(root, "LICENSE"), join(draft, "LICENSE"));
  await rm(sdkFolder, { recursive: true, force: true });
  await rename(draft, sdkFolder);
  await writeStamp(stampFile, stamp);
  console.log(`Built the typed client in ${seconds(started)}.`);
}

async function buildCode() {
  const { success, logs, outputs } = await Bun.build({
    entrypoints: entries.map((name) => join(root, `src/sdk/${name}.ts`)),
    outdir: draft,
    target: "browser",
    format: "esm",
    // The entries share classes: `isTenantryError` of one recognises the errors of another.
    splitting: true,
    naming: { chunk: "code/[hash].[ext]" },
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
    external: Object.keys(peers),
    throw: false,
  });
  if (!success)
    throw new StepFailed(`The client could not be built.\n${logs.join("\n")}`);
  await markAsClientComponents(outputs);
}

/** Frameworks with server components render React's hooks and contexts only in modules with this line. */
async function markAsClientComponents(outputs: Bun.BuildArtifact[]) {
  const react = outputs.find(({ path }) => path.endsWith("/react.js"));
  if (react)
    await Bun.write(react.path, `"use client";\n${await react.text()}`);
}

async function buildDeclarations() {
  await rm(types, { recursive: true, force: true });
  const files = entries.map((name) => `src/sdk/${name}.ts`);
  await emitDeclarations(files, types);
  const emitted = entries.map((name) => [name, `sdk/${name}.d.ts`]);
  await bundleDeclarations(
    types,
    Object.fromEntries(emitted),
    Object.keys(peers),
    draft,
  );
  await rm(types, { recursive: true, force: true });
}

async function writeManifest() {
  const { name, version, license } = await Bun.file(
    join(root, "package.json"),
  ).json();
  const manifest = {
    name,
    version,
    description: "The typed client of a Tenantry server.",
    keywords: ["multi-tenant", "saas", "trpc", "react", "solid"],
    license,
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.3.0" },
    exports: {
      ...Object.fromEntries(
        entries.map((entry) => [subpath(entry), targets(entry)]),
      ),
      "./package.json": "./package.json",
    },
    files: ["*.js", "*.d.ts", "code", "types", "examples"],
    peerDependencies: peers,
    peerDependenciesMeta: Object.fromEntries(
      Object.keys(peers).map((peer) => [peer, { optional: true }]),
    ),
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await Bun.write(join(draft, "package.json"), text);
}

/** The examples of the repository, as a program outside of it imports the package. */
async function writeExamples() {
  const folder = join(root, "src/sdk/examples");
  for (const file of new Bun.Glob("*").scanSync(folder)) {
    const example = await Bun.file(join(folder, file)).text();
    await Bun.write(join(draft, "examples", file), asConsumer(example));
  }
}

/** Replaces the imports of an example by those of a program that has installed the package. */
export function asConsumer(example: string) {
  return example.replace(/"\.\.\/(\w+)"/g, (_all, entry: string) =>
    JSON.stringify(join("tenantry", subpath(entry))),
  );
}

function subpath(entry: string) {
  return entry === "index" ? "." : `./${entry}`;
}

// TypeScript takes the first condition that matches, so the types come first.
function targets(entry: string) {
  return { types: `./${entry}.d.ts`, default: `./${entry}.js` };
}

if (import.meta.main) {
  await finish(async () => {
    await installDependencies();
    await buildSdk();
    console.log("The typed client is in dist/sdk. Publish it from there.");
  });
}
