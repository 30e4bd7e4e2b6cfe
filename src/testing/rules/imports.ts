import { posix } from "node:path";

export interface Import {
  /** The path of the importing file, relative to `src`. */
  from: string;
  /** The path of the imported file, relative to `src`. For a package, the name in the import. */
  to: string;
  /** The imported path or package name as the file contains it. */
  specifier: string;
  isPackage: boolean;
  /** Whether the import imports only types, which do not exist at run time. */
  isType: boolean;
}

/** Match `import … from`, `export … from`, `import "…"` and `import("…")`. */
const SPECIFIERS = [
  /^(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']/gm,
  /\bimport\s*\(?\s*["']([^"']+)["']/g,
];
const ROOT = posix.join(import.meta.dir, "../..");
const transpilers = {
  ts: new Bun.Transpiler({ loader: "ts" }),
  tsx: new Bun.Transpiler({ loader: "tsx" }),
};

/** The text of every source file by its path. */
const files: ReadonlyMap<string, string> = new Map(
  await Promise.all(
    [...new Bun.Glob("**/*.{ts,tsx}").scanSync(ROOT)]
      // The peer of the benchmark has packages of its own.
      .filter((file) => !file.includes("/node_modules/"))
      .toSorted()
      .map(async (file): Promise<[string, string]> => [
        file,
        await Bun.file(posix.join(ROOT, file)).text(),
      ]),
  ),
);

/** The imports of every file, including tests. */
export const allImports: readonly Import[] = [...files].flatMap(
  ([file, text]) => importsOf(file, text),
);

/** The texts of the product's files, without tests and files that only tests use. */
export const sources: ReadonlyMap<string, string> = new Map(
  [...files].filter(([file]) => !isForTests(file)),
);

/** The imports of the product's files. */
export const imports: readonly Import[] = allImports.filter(({ from }) =>
  sources.has(from),
);

function isForTests(file: string): boolean {
  return (
    /\.test\.tsx?$/.test(file) ||
    /(^|\/)testing\//.test(file) ||
    /\/db\/local\/(test-client|differential-cases)\.ts$/.test(file)
  );
}

/**
 * Returns the imports of a file. Bun's transpiler drops type imports, so an import that it does not report is a type
 * import.
 */
export function importsOf(file: string, text: string): Import[] {
  const loader = file.endsWith(".tsx") ? "tsx" : "ts";
  const atRunTime = new Set(
    transpilers[loader].scanImports(text).map(({ path }) => path),
  );
  const named = SPECIFIERS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, specifier = ""]) => specifier),
  );
  const all = new Set([...named, ...atRunTime]);
  // A data file such as package.json imports nothing, so it belongs to no layer.
  const ofCode = [...all].filter((specifier) => !specifier.endsWith(".json"));
  return ofCode.map((specifier) => ({
    from: file,
    to: resolve(file, specifier),
    specifier,
    isPackage: !/^[.#]/.test(specifier),
    isType: !atRunTime.has(specifier),
  }));
}

function resolve(file: string, specifier: string): string {
  if (!/^[.#]/.test(specifier)) return specifier;
  const path = specifier.startsWith("#")
    ? specifier.slice(1)
    : posix.join(posix.dirname(file), specifier);
  const candidates = [path, `${path}.ts`, `${path}.tsx`];
  return candidates.find((candidate) => files.has(candidate)) ?? path;
}
