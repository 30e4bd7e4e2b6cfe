import { appRouter } from "#server/features/router";
import { takesKeys } from "#server/features/key-access";
import type { Access, ProcedureMeta } from "#server/rpc/meta";
import { BUCKETS } from "#server/kernel/rate-limits/buckets";
import {
  BUILT_IN_ROLES,
  can,
  type Permission,
  PERMISSIONS,
  ROLES,
  withNeeded,
} from "#shared/permissions";
import { markdownTable } from "./markdown-table";

interface Described {
  path: string;
  type: string;
  meta: ProcedureMeta;
}

/** @returns the content of `docs/permissions.md` */
export function permissionsPage(): string {
  return [
    "# Permissions",
    "",
    "This page lists the permissions of each role, and the permission that each procedure needs. `bun run docs:permissions` generates the page from [src/shared/permissions.ts](../src/shared/permissions.ts) and the router. A test fails if the page is outdated.",
    "",
    "## Built-in roles",
    "",
    "The table shows the permissions of the built-in roles. A custom role is any other set of these permissions. Some permissions include others: if a custom role has such a permission, the server adds the included ones to the role.",
    "",
    ...markdownTable(
      [
        "Permission",
        "Includes",
        ...ROLES.map((role) => BUILT_IN_ROLES[role].label),
      ],
      PERMISSIONS.map((permission) => [
        code(permission),
        comesWith(permission),
        ...ROLES.map((role) => (can(role, permission) ? "yes" : "")),
      ]),
    ),
    "",
    "## Procedures",
    "",
    "The column “Who” says who can call a procedure. “Anyone” means that the caller needs no session, and “signed in” that the caller needs a session. If the column names a permission, the caller must be a member of the organization in `org` and have this permission. If it names two permissions, the caller needs one of them, and the row or the change decides which one: with `project:deleteOwn`, for example, the caller can delete only their own projects.",
    "",
    "The column “API keys” says whether a procedure can be called with an [API key](api-keys.md), which then needs the permission as a scope.",
    "",
    "The column “Limit” has the rate limit of a procedure. The calls of all other procedures count together: for each session, for each API key, or for each client that has neither.",
    "",
    ...sections(described()),
  ].join("\n");
}

function comesWith(permission: Permission): string {
  return [...withNeeded([permission])]
    .filter((one) => one !== permission)
    .map(code)
    .join(", ");
}

/** Returns all procedures with their metadata, in the order of the router. */
export function described(): Described[] {
  return Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
    const { type, meta } = (
      procedure as unknown as { _def: { type: string; meta?: ProcedureMeta } }
    )._def;
    return { path, type, meta: meta ?? {} };
  });
}

function sections(procedures: Described[]): string[] {
  const groups = Map.groupBy(procedures, ({ path }) => path.split(".")[0]);
  return [...groups].flatMap(([name, group]) => [
    `### ${name}`,
    "",
    ...markdownTable(
      ["Procedure", "REST", "Who", "API keys", "Limit"],
      group.map(row),
    ),
    "",
  ]);
}

function row({ path, type, meta: { openapi, access, limit } }: Described) {
  return [
    code(path),
    openapi ? code(`${openapi.method} ${openapi.path}`) : `none (${type})`,
    who(access),
    takesKeys(path) ? "yes" : "",
    limit ? perTime(limit) : "",
  ];
}

function who(access: Access | undefined): string {
  if (access === undefined) throw new Error("A procedure declares no access.");
  if (access === "anyone") return "anyone";
  if (access === "user") return "signed in";
  if (access === "member") return "any member";
  if (access === "key") return "an API key";
  return access.map(code).join(" or ");
}

function perTime(limit: keyof typeof BUCKETS): string {
  const [count, seconds] = BUCKETS[limit];
  const minutes = seconds / 60;
  return `${count} per ${minutes === 1 ? "minute" : `${minutes} minutes`} and client, with all of \`${limit}\``;
}

function code(text: string): string {
  return `\`${text}\``;
}
