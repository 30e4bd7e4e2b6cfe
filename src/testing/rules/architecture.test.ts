import { describe, expect, test } from "bun:test";
import { cyclesOf } from "./cycles";
import {
  allImports,
  type Import,
  imports,
  importsOf,
  sources,
} from "./imports";
import {
  accountFolderOf,
  ACCOUNTS,
  CLIENT,
  forbidden,
  layerOf,
  SERVER,
  SHARED_FEATURES,
  sideOf,
  unitOf,
} from "./layers";

/**
 * Matches files that define procedures, and the record of all procedures. Files with procedures call all other files of
 * their feature.
 */
const ROUTER = /(^|[/-])(router|procedures|key-access)\.ts$/;
const own = imports.filter(({ isPackage }) => !isPackage);

test("every folder of the server and of the web app is a layer", () => {
  const layers = [...sources.keys()].map((file) => [
    sideOf(file),
    layerOf(file),
  ]);
  const of = (side: string) =>
    [...new Set(layers.filter(([name]) => name === side))].map(
      ([, layer = ""]) => layer,
    );
  expect(new Set(of("server"))).toEqual(new Set(SERVER));
  expect(new Set(of("client"))).toEqual(new Set(CLIENT));
});

test("every folder of the accounts feature has a place in the order", () => {
  const folders = [...sources.keys()].flatMap(
    (file) => accountFolderOf(file) ?? [],
  );
  expect(new Set(folders)).toEqual(new Set(ACCOUNTS));
});

test("a folder imports only folders to its left", () => {
  const wrong = own.filter(({ to }) => isSource(to)).filter(forbidden);
  expect(wrong.map(show)).toEqual([]);
});

test("no folders import each other in a circle, not even types", () => {
  const edges = own
    .map(({ from, to }): [string, string] => [unitOf(from), unitOf(to)])
    .filter(([from, to]) => from !== to);
  expect(cyclesOf(edges)).toEqual([]);
});

test("a circle of folders is found", () => {
  const edges: [string, string][] = [
    ["a", "b"],
    ["b", "c"],
    ["c", "b"],
  ];
  expect(cyclesOf(edges)).toEqual([["b", "c"]]);
});

test("a feature of the web app imports only the features that the list allows", () => {
  const across = own
    .filter(({ from, to }) => featureOf(from) && featureOf(to))
    .map(({ from, to }) => `${featureOf(from)} → ${featureOf(to)}`)
    .filter((arrow) => arrow.split(" → ")[0] !== arrow.split(" → ")[1]);
  expect([...new Set(across)].toSorted()).toEqual([...SHARED_FEATURES]);
});

test("only routers use the procedure builders, and only routers import routers", () => {
  const wrong = own.filter(
    ({ from, to, isType }) =>
      layerOf(from) === "features" &&
      sideOf(from) === "server" &&
      !ROUTER.test(from) &&
      (ROUTER.test(to) || (!isType && to.startsWith("server/rpc/"))),
  );
  expect(wrong.map(show)).toEqual([]);
});

test("an import climbs at most one folder; an alias names what is farther away", () => {
  const climbing = allImports.filter(({ specifier }) =>
    specifier.startsWith("../../"),
  );
  expect(climbing.map(show)).toEqual([]);
});

test("only the command line reads the environment", () => {
  const readers = filesWith(/\b(?:process|Bun|import\.meta)\.env\b/);
  // Examples may read the environment, because each one is a separate program.
  const isExample = (file: string) =>
    file.startsWith("sdk/examples/") || file.startsWith("shared/snippets/");
  expect(readers.filter((file) => !isExample(file))).toEqual([
    "server/cli/actions/attempt.ts",
    "server/cli/actions/environment.ts",
  ]);
});

test("only the command line loads the configuration", () => {
  expect(filesWith(/\bloadConfig\(/)).toEqual([
    "server/cli/actions/environment.ts",
    "server/kernel/config/config.ts",
  ]);
});

test("a feature sees neither the request nor the response", () => {
  const seen = filesWith(/\b(?:Request|Hono|TRPCError)\b(?!\w)/);
  expect(
    seen.filter((file) => /^server\/(core|features)\//.test(file)),
  ).toEqual([]);
});

test("shared code needs no package but zod", () => {
  // The text of a snippet contains imports, which look like imports of types.
  const isQuoted = ({ from, isType }: Import) =>
    from.startsWith("shared/snippets/") && isType;
  const packages = imports
    .filter(({ from, isPackage }) => isPackage && sideOf(from) === "shared")
    .filter((one) => !isQuoted(one))
    .filter(({ to }) => to !== "zod");
  expect(packages.map(show)).toEqual([]);
});

test("every package that is used at run time is a dependency", async () => {
  const { dependencies, devDependencies } = await manifest();
  const undeclared = imports
    .filter(({ isPackage, isType }) => isPackage && !isType)
    .filter(({ to }) => !/^(node:|bun$|bun:|virtual:)/.test(to))
    .filter(({ from, to }) => {
      const isServer = /^(server|shared|main)/.test(from);
      const known = isServer
        ? dependencies
        : { ...dependencies, ...devDependencies };
      return !Object.hasOwn(known, packageOf(to));
    });
  expect(undeclared.map(show)).toEqual([]);
});

describe("the rules find", () => {
  const wrong: [sentence: string, file: string, text: string][] = [
    [
      "a kernel that knows a feature",
      "server/kernel/db/tenant-db.ts",
      'import { projects } from "#server/features/projects/table";',
    ],
    [
      "a kernel that knows a type of a feature",
      "server/kernel/db/tenant-db.ts",
      'import type { projects } from "#server/features/projects/table";',
    ],
    [
      "a feature that knows HTTP",
      "server/features/projects/service.ts",
      'import { createApp } from "../../http/app";',
    ],
    [
      "a session that knows the password",
      "server/features/accounts/sessions/start-session.ts",
      'import { setPassword } from "../password/set-password"; setPassword;',
    ],
    [
      "a primitive that knows the session",
      "client/ui/button.tsx",
      'import { api } from "../session/api.ts"; api;',
    ],
    [
      "a web app that knows the server's types",
      "client/root.tsx",
      'import type {\n  AppRouter,\n} from "../server/features/router";',
    ],
    [
      "a client library that runs the server",
      "sdk/index.ts",
      'import { appRouter } from "../server/features/router"; appRouter;',
    ],
    [
      "a lazy import",
      "client/root.tsx",
      'const later = () => import("../server/features/router");',
    ],
    ["an import for its effect", "shared/id.ts", 'import "../server/serve";'],
  ];
  for (const [sentence, file, text] of wrong)
    test(sentence, () => {
      expect(importsOf(file, text).some(forbidden)).toBe(true);
    });
});

function isSource(file: string): boolean {
  return /\.tsx?$/.test(file);
}

function featureOf(file: string): string | undefined {
  return /^client\/features\/([^/]+)\//.exec(file)?.[1];
}

function filesWith(pattern: RegExp): string[] {
  return [...sources]
    .filter(([, text]) => pattern.test(withoutComments(text)))
    .map(([file]) => file);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

function packageOf(specifier: string): string {
  const [scope = "", name = ""] = specifier.split("/");
  return scope.startsWith("@") ? `${scope}/${name}` : scope;
}

function show({ from, specifier, isType }: Import): string {
  return `${from} imports ${isType ? "the type of " : ""}${specifier}`;
}

function manifest(): Promise<
  Record<"dependencies" | "devDependencies", Record<string, string>>
> {
  return Bun.file(new URL("../../../package.json", import.meta.url)).json();
}
