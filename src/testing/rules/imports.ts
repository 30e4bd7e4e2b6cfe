import { posix } from "node:path";

export interface Import {
  /** The file, below `src`. */
  from: string;
  /** A file below `src`, or a package as it is named in the import. */
  to: string;
  isPackage: boolean;
  /** Gone when the program runs. */
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

/** The product's own sources; tests and what only they use may import anything. */
export const sources: ReadonlyMap<string, string> = new Map(
  await Promise.all(
    [...new Bun.Glob("**/*.{ts,tsx}").scanSync(ROOT)]
      .filter((file) => !isOfTests(file))
      .toSorted()
      .map(async (file): Promise<[string, string]> => [
        file,
        await Bun.file(posix.join(ROOT, file)).text(),
      ]),
  ),
);

export const imports: readonly Import[] = [...sources].flatMap(([file, text]) =>
  importsOf(file, text),
);

function isOfTests(file: string): boolean {
  return (
    /\.test\.tsx?$/.test(file) ||
    /(^|\/)testing\//.test(file) ||
    /\/db\/local\/(test-client|differential-cases)\.ts$/.test(file)
  );
}

/** What a file imports; an import that the transpiler does not see is one of types. */
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
    isPackage: !specifier.startsWith("."),
    isType: !atRunTime.has(specifier),
  }));
}

function resolve(file: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  const path = posix.join(posix.dirname(file), specifier);
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
  return candidates.find((candidate) => sources?.has(candidate)) ?? path;
}
