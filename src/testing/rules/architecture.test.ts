import { describe, expect, test } from "bun:test";
import { type Import, imports, importsOf, sources } from "./imports";
import { type Part, PARTS } from "./parts";

test("every source file belongs to exactly one part, and no part is empty", () => {
  const files = [...sources.keys()];
  expect(files.filter((file) => ownersOf(file).length !== 1)).toEqual([]);
  expect(new Set(files.map(partOf))).toEqual(new Set(Object.keys(PARTS)));
});

test("the arrows go one way: a part uses only parts above it", () => {
  const names = Object.keys(PARTS);
  const upward = Object.entries(PARTS).flatMap(([name, { may }]) =>
    words(may)
      .filter((used) => !(names.indexOf(used) < names.indexOf(name)))
      .map((used) => `${name} → ${used}`),
  );
  expect(upward).toEqual([]);
});

describe("imports follow the arrows", () => {
  for (const [name, part] of Object.entries(PARTS))
    test(`${name} uses ${part.may || "nothing"}`, () => {
      const own = imports.filter(({ from }) => partOf(from) === name);
      expect(
        own.filter((found) => !isAllowed(name, part, found)).map(show),
      ).toEqual([]);
    });
});

test("only the command line reads the environment", () => {
  const readers = filesWith(/\b(?:process|Bun|import\.meta)\.env\b/);
  // An example is a program of its own.
  expect(readers.filter((file) => partOf(file) !== "examples")).toEqual([
    "server/cli/command.ts",
  ]);
});

test("only the command line loads the configuration", () => {
  expect(filesWith(/\bloadConfig\(/)).toEqual([
    "server/cli/command.ts",
    "server/config.ts",
  ]);
});

test("a service sees neither a request nor an answer", () => {
  const seen = filesWith(
    /\b(?:Request|Response|Headers|Hono|TRPCError)\b(?!\w)/,
  );
  expect(seen.filter((file) => partOf(file) === "service")).toEqual([]);
});

test("every package that is used at run time is a dependency", async () => {
  const { dependencies, devDependencies } = await manifest();
  const undeclared = imports
    .filter(({ isPackage, isType }) => isPackage && !isType)
    .filter(({ to }) => !/^(node:|bun$|bun:)/.test(to))
    .filter(({ from, to }) => {
      const isServer = /^(server|shared|main)/.test(from);
      const known = isServer
        ? dependencies
        : { ...dependencies, ...devDependencies };
      return !Object.hasOwn(known, packageOf(to));
    });
  expect(undeclared.map(show)).toEqual([]);
});

describe("a wrong arrow is found:", () => {
  const wrong: [sentence: string, file: string, text: string][] = [
    [
      "a service that knows tRPC",
      "server/features/projects/service.ts",
      'import { TRPCError } from "@trpc/server";',
    ],
    [
      "a service that knows the builders",
      "server/features/projects/service.ts",
      'import { router } from "../../trpc";',
    ],
    [
      "a feature that imports another's router",
      "server/features/projects/router.ts",
      'import { membersRouter } from "../members/router";',
    ],
    [
      "a type of another's router",
      "server/features/projects/service.ts",
      'import type { membersRouter } from "../members/router";',
    ],
    [
      "a kernel that knows a feature",
      "server/db/tenant.ts",
      'import { projects } from "../features/projects/schema";',
    ],
    [
      "a web app that knows the server",
      "client/app.tsx",
      'import { appRouter } from "#server/features/router";',
    ],
    [
      "a web app that knows the server's types",
      "client/app.tsx",
      'import type {\n  AppRouter,\n} from "#server/features/router";',
    ],
    [
      "a client that runs the server",
      "sdk/index.ts",
      'import { appRouter } from "#server/features/router"; appRouter;',
    ],
    [
      "a lazy import",
      "client/app.tsx",
      'const later = () => import("#server/features/router");',
    ],
    [
      "shared code that needs a package",
      "shared/id.ts",
      'import { eq } from "drizzle-orm"; eq;',
    ],
    ["an import for its effect", "shared/id.ts", 'import "../server/app";'],
  ];
  for (const [sentence, file, text] of wrong)
    test(sentence, () => {
      const name = partOf(file) ?? "";
      const [found] = importsOf(file, text);
      expect(found && isAllowed(name, PARTS[name] as Part, found)).toBe(false);
    });
});

function isAllowed(
  name: string,
  part: Part,
  { from, to, isPackage, isType }: Import,
): boolean {
  if (isPackage)
    return !part.packages || words(part.packages).includes(packageOf(to));
  const target = partOf(to);
  if (target === undefined) return /\.(css|svg)$/.test(to);
  if (target === name) return !part.alone || from === to;
  return (
    words(part.may).includes(target) ||
    (isType && words(part.types).includes(target))
  );
}

function partOf(file: string): string | undefined {
  return ownersOf(file)[0];
}

/** The parts that name the file; those that name its folder only where no part does. */
function ownersOf(file: string): string[] {
  const fitting = Object.entries(PARTS).filter(([, { files }]) =>
    new Bun.Glob(files).match(file),
  );
  const closely = fitting.filter(([, { files }]) => !files.includes("**"));
  return (closely.length > 0 ? closely : fitting).map(([name]) => name);
}

function filesWith(pattern: RegExp): string[] {
  return [...sources]
    .filter(([, text]) => pattern.test(withoutComments(text)))
    .map(([file]) => file);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

function words(list: string | undefined): string[] {
  return list ? list.split(" ") : [];
}

function packageOf(specifier: string): string {
  const [scope = "", name = ""] = specifier.split("/");
  return scope.startsWith("@") ? `${scope}/${name}` : scope;
}

function show({ from, to, isType }: Import): string {
  return `${from} imports ${isType ? "the type of " : ""}${to}`;
}

function manifest(): Promise<
  Record<"dependencies" | "devDependencies", Record<string, string>>
> {
  return Bun.file(new URL("../../package.json", import.meta.url)).json();
}
