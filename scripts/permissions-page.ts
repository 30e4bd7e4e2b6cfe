import { appRouter } from "#server/features/router";
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

/** `docs/permissions.md`, as the router and the table of rights have it. */
export function permissionsPage(): string {
  return [
    "# Permissions",
    "",
    "Who may do what. Written by `bun run docs:permissions` from [src/shared/permissions.ts](../src/shared/permissions.ts) and the router; a test fails when it says anything else than they do.",
    "",
    "## Built-in roles",
    "",
    "A role of your organization's own is any other choice of these permissions. What a permission needs to work comes with it: the program adds it to the role.",
    "",
    ...markdownTable(
      [
        "Permission",
        "Comes with",
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
    "“Anyone” needs no session, “signed in” needs one, and everybody else is a member of the organization in `org`. Where two permissions stand, the second opens the door for some rows only, such as one's own. Procedures without a limit of their own count against the session's, or without a session against the client's.",
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

/** Every procedure of the router, in its order. */
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
    ...markdownTable(["Procedure", "REST", "Who", "Limit"], group.map(row)),
    "",
  ]);
}

function row({ path, type, meta: { openapi, access, limit } }: Described) {
  return [
    code(path),
    openapi ? code(`${openapi.method} ${openapi.path}`) : `none (${type})`,
    who(access),
    limit ? perTime(limit) : "",
  ];
}

function who(access: Access | undefined): string {
  if (access === undefined)
    throw new Error("A procedure says nobody may call it.");
  if (access === "anyone") return "anyone";
  if (access === "user") return "signed in";
  if (access === "member") return "any member";
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
