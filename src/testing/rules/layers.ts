/**
 * The folders of the server, in the order in which they may import each other: a folder imports only folders to its left.
 * `serve` are the files of `src/server` itself.
 */
export const SERVER = [
  "kernel",
  "core",
  "rpc",
  "features",
  "http",
  "serve",
  "cli",
] as const;

/**
 * The folders of the accounts feature, in the same way. `shared` are the files of `accounts` itself, except the router,
 * which imports all folders.
 */
export const ACCOUNTS = [
  "shared",
  "devices",
  "sessions",
  "identity-providers",
  "linked-accounts",
  "two-factor",
  "passkeys",
  "email-change",
  "sign-up",
  "sign-in",
  "provider-sign-in",
  "password",
  "profile",
  "account-export",
  "account-deletion",
  "router",
] as const;

/** The folders of the web app, in the same way. `main` are the files of `src/client` itself. */
export const CLIENT = [
  "lib",
  "ui",
  "session",
  "layout",
  "features",
  "app",
  "main",
  "gallery",
] as const;

/** Features of the web app that show parts of another feature. Nothing else may import across features. */
export const SHARED_FEATURES = [
  "billing → members",
  "invitations → sign-in",
  "organizations → admin-transfers",
  "organizations → invitations",
  "organizations → members",
  "team → invitations",
  "team → members",
] as const;

/** What each side may import of the others. Only the client library for programs knows types of the server. */
const SIDES: Record<string, readonly string[]> = {
  shared: [],
  sdk: ["shared"],
  client: ["sdk", "shared"],
  server: ["shared"],
  main: ["server", "shared"],
};
const TYPES_OF_SERVER = [
  "server/features/router.ts",
  "server/kernel/reasons.ts",
];

interface Arrow {
  from: string;
  to: string;
  isType: boolean;
}

/** Why an import is not allowed; undefined where it is. */
export function forbidden({ from, to, isType }: Arrow): string | undefined {
  const [side, target] = [sideOf(from), sideOf(to)];
  if (side !== target) {
    if (SIDES[side]?.includes(target)) return undefined;
    if (side === "sdk" && isType && TYPES_OF_SERVER.includes(to))
      return undefined;
    return `${side} may not import ${target}`;
  }
  const order = side === "server" ? SERVER : side === "client" ? CLIENT : [];
  return (
    forbiddenIn(order, layerOf(from), layerOf(to)) ??
    forbiddenIn(ACCOUNTS, accountFolderOf(from), accountFolderOf(to))
  );
}

function forbiddenIn(
  order: readonly string[],
  folder: string | undefined,
  imported: string | undefined,
): string | undefined {
  if (folder === undefined || imported === undefined) return undefined;
  return order.indexOf(imported) > order.indexOf(folder)
    ? `${folder} may not import ${imported}`
    : undefined;
}

/** `"server/kernel/db/client.ts"` → `"server"` */
export function sideOf(file: string): string {
  const [side = ""] = file.split("/");
  return side.replace(/\.tsx?$/, "");
}

/** The folder of its side; the files of a side itself come late: they put the rest together. */
export function layerOf(file: string): string {
  const [side, layer = "", inside] = file.split("/");
  if (inside !== undefined) return layer;
  return side === "server" ? "serve" : "main";
}

/** The folder of a file of the accounts feature; undefined for any other file. */
export function accountFolderOf(file: string): string | undefined {
  const path = /^server\/features\/accounts\/(.+)$/.exec(file)?.[1];
  if (path === undefined) return undefined;
  const [folder = "", inside] = path.split("/");
  if (inside !== undefined) return folder;
  return folder === "router.ts" ? "router" : "shared";
}

/** The folder whose imports are checked for circles: one of the kernel, of the core, a feature, or a layer. */
export function unitOf(file: string): string {
  const folders = file.split("/").slice(0, -1);
  const isSide = folders[0] === "server" || folders[0] === "client";
  return folders.slice(0, isSide ? 3 : 1).join("/");
}
