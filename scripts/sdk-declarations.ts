import { join } from "node:path";
import type { Plugin } from "rolldown";
import { root, StepFailed } from "./run.ts";

const router = "server/features/router.d.ts";

/**
 * Writes the declarations of source files into a folder, in the same folders as in `src`. The types are not checked
 * again: the step `types` does this.
 */
export async function emitDeclarations(files: string[], folder: string) {
  const settings = join(folder, "tsconfig.json");
  await Bun.write(settings, JSON.stringify(settingsFor(files, folder)));
  const compiler = Bun.spawn(
    [
      process.execPath,
      join(root, "node_modules/typescript/bin/tsc"),
      "--project",
      settings,
    ],
    { cwd: root, stdout: "pipe", stderr: "inherit" },
  );
  const faults = await new Response(compiler.stdout).text();
  if ((await compiler.exited) !== 0)
    throw new StepFailed(`The declarations could not be written.\n${faults}`);
}

function settingsFor(files: string[], folder: string) {
  return {
    extends: join(root, "tsconfig.json"),
    compilerOptions: {
      noEmit: false,
      noCheck: true,
      declaration: true,
      emitDeclarationOnly: true,
      rewriteRelativeImportExtensions: true,
      rootDir: join(root, "src"),
      outDir: folder,
      typeRoots: [join(root, "node_modules")],
      types: ["bun-types"],
    },
    include: [],
    files: files.map((file) => join(root, file)),
  };
}

/**
 * Joins emitted declarations into one file for each entry, and files that entries share. They contain the types of tRPC,
 * and import only the given packages.
 */
export async function bundleDeclarations(
  folder: string,
  entries: Record<string, string>,
  packages: string[],
  output: string,
) {
  // These packages may not be installed yet when this file is loaded.
  const { rolldown } = await import("rolldown");
  const { dts } = await import("rolldown-plugin-dts");
  await hideServer(join(folder, router));
  const bundle = await rolldown({
    input: Object.fromEntries(
      Object.entries(entries).map(([name, file]) => [name, join(folder, file)]),
    ),
    // Some types of `shared` are made with zod, but none of them is left in the end.
    external: (id) => [...packages, "zod"].some((name) => isFrom(id, name)),
    plugins: [
      aliases(folder),
      dts({ dtsOnly: true, generator: "oxc", tsconfig: false }),
    ],
    logLevel: "silent",
  });
  const { output: files } = await bundle.write({
    dir: output,
    chunkFileNames: "types/[name].d.ts",
  });
  await bundle.close();
  const others = files
    .flatMap((file) => (file.type === "chunk" ? importsOf(file.code) : []))
    .filter((id) => !packages.some((name) => isFrom(id, name)));
  if (others.length > 0)
    throw new StepFailed(`The declarations import ${others.join(", ")}.`);
}

function importsOf(declarations: string): string[] {
  const found = declarations.matchAll(/(?:from |import\()"([^."][^"]*)"/g);
  return Array.from(found, ([, id = ""]) => id);
}

function isFrom(id: string, name: string) {
  return id === name || id.startsWith(`${name}/`);
}

/**
 * Removes the context and the meta data of the procedures. Clients do not need them, and they name every service of the
 * server.
 */
async function hideServer(file: string) {
  const declared = await Bun.file(file).text();
  const hidden = declared
    .replace(/^(\s*)ctx: import\("[^"]+"\)\.Context;$/gm, "$1ctx: object;")
    .replace(
      /^(\s*)meta: import\("[^"]+"\)\.ProcedureMeta;$/gm,
      "$1meta: object;",
    );
  if (/rpc\/(context|meta)"/.test(hidden))
    throw new StepFailed(`${file} names types of the server in a new way.`);
  await Bun.write(file, hidden);
}

/** Finds `#shared/…` and the like among the emitted declarations. */
function aliases(folder: string): Plugin {
  return {
    name: "aliases",
    resolveId(source) {
      if (!source.startsWith("#")) return null;
      return join(folder, `${source.slice(1).replace(/\.tsx?$/, "")}.d.ts`);
    },
  };
}
