import { posix } from "node:path";

export interface Import {
  /** The importing file, from `src`. */
  from: string;
  /** The imported file, from `src`, or the package as the import names it. */
  to: string;
  /** As it is written in the file. */
  specifier: string;
  isPackage: boolean;
  /** Erased when the program runs. */
  isType: boolean;
}

/** `import … from`, `export … from`, `import "…"`, `import("…")`. */
const SPECIFIERS = [
  /^(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']/gm,
  /\bimport\s*\(?\s*["']([^"']+)["']/g,
];
const ROOT = posix.join(import.meta.dir, "../..");
const transpilers = {
  ts: new Bun.Transpiler({ loader: "ts" }),
  tsx: new Bun.Transpiler({ loader: "tsx" }),
};

/** Every source file, with its text. */
const files: ReadonlyMap<string, string> = new Map(
  await Promise.all(
    [...new Bun.Glob("**/*.{ts,tsx}").scanSync(ROOT)]
      .toSorted()
      .map(async (file): Promise<[string, string]> => [
        file,
        await Bun.file(posix.join(ROOT, file)).text(),
      ]),
  ),
);

/** The imports of every file, tests included. */
export const allImports: readonly Import[] = [...files].flatMap(
  ([file, text]) => importsOf(file, text),
);

/** The files of the product: without tests and what only tests use. */
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

/** What a file imports. The transpiler drops type imports, so what it does not report is a type import. */
export function importsOf(file: string, text: string): Import[] {
  const loader = file.endsWith(".tsx") ? "tsx" : "ts";
  const atRunTime = new Set(
    transpilers[loader].scanImports(text).map(({ path }) => path),
  );
  const named = SPECIFIERS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, specifier = ""]) => specifier),
  );
  return [...new Set([...named, ...atRunTime])].map((specifier) => ({
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
