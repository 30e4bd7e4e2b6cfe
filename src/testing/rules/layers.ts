/**
 * The folders of the server in the order of their layers: a folder may import only itself and the folders before it in
 * the list. `serve` means the files directly in `src/server`.
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
 * The folders of the accounts feature in the order of their layers. `shared` means the files directly in `accounts`,
 * except the router, which may import all folders.
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

/** The folders of the web app in the order of their layers. `main` means the files directly in `src/client`. */
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

/**
 * Features of the web app that may import another feature, because they show parts of it. No other imports between
 * features are allowed.
 */
export const SHARED_FEATURES = [
  "api → api-keys",
  "api → service-accounts",
  "api-keys → roles",
  "billing → members",
  "dashboard → admin-transfers",
  "dashboard → audit-log",
  "dashboard → invitations",
  "history → audit-log",
  "invitations → sign-in",
  "organizations → admin-transfers",
  "organizations → invitations",
  "organizations → members",
  "people → audit-log",
  "people → invitations",
  "people → members",
  "people → requests",
  "projects → history",
  "requests → roles",
  "service-accounts → api-keys",
] as const;

/**
 * For each part of `src`, the other parts that it may import. In addition, the client library (`sdk`) may import some
 * types of the server.
 */
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

/** Returns why an import is not allowed; undefined if it is allowed. */
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

/** Returns the part of `src` to which a file belongs: `"server/kernel/db/client.ts"` → `"server"`. */
export function sideOf(file: string): string {
  const [side = ""] = file.split("/");
  return side.replace(/\.tsx?$/, "");
}

/**
 * Returns the layer of a file, which is its folder. Files directly in `src/server` or `src/client` belong to a late
 * layer, because they combine the others.
 */
export function layerOf(file: string): string {
  const [side, layer = "", inside] = file.split("/");
  if (inside !== undefined) return layer;
  return side === "server" ? "serve" : "main";
}

/** Returns the folder of a file of the accounts feature; undefined for a file outside the feature. */
export function accountFolderOf(file: string): string | undefined {
  const path = /^server\/features\/accounts\/(.+)$/.exec(file)?.[1];
  if (path === undefined) return undefined;
  const [folder = "", inside] = path.split("/");
  if (inside !== undefined) return folder;
  return folder === "router.ts" ? "router" : "shared";
}

/**
 * Returns the folder of a file for the check for import cycles: a folder of the kernel or the core, a feature, or a
 * layer.
 */
export function unitOf(file: string): string {
  const folders = file.split("/").slice(0, -1);
  const isSide = folders[0] === "server" || folders[0] === "client";
  return folders.slice(0, isSide ? 3 : 1).join("/");
}
