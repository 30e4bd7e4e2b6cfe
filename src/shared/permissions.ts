/** All permissions, by resource and action, for the server (`roleProcedure`) and for the interface (`<Can>`). */
const RESOURCES = {
  organization: ["read", "update", "delete"],
  member: ["read", "update", "remove", "leave"],
  invitation: ["read", "create", "revoke"],
  project: ["read", "create", "update", "delete", "deleteOwn"],
  analytics: ["read"],
  audit: ["read"],
  billing: ["read", "manage"],
  role: ["read", "manage"],
  apiKey: ["own", "manage"],
  webhook: ["read", "manage"],
} as const;

type Resources = typeof RESOURCES;

/** A resource and an action, such as `"project:create"`. */
export type Permission = {
  [R in keyof Resources]: `${R}:${Resources[R][number]}`;
}[keyof Resources];

export const PERMISSIONS: readonly Permission[] = Object.entries(
  RESOURCES,
).flatMap(([resource, actions]) =>
  actions.map((action) => `${resource}:${action}` as Permission),
);

/** Permissions that work without a read permission: a member can leave without seeing the other members. */
const WORK_ALONE: ReadonlySet<Permission> = new Set(["member:leave"]);

/** Whether a permission needs no read permission. It says nothing of how much of its resource a role can use. */
export function worksAlone(permission: Permission): boolean {
  return WORK_ALONE.has(permission);
}

/**
 * Permissions that need another permission than the read permission of their resource. Invitations are shown on the
 * page of the members, and the page of all API keys also shows one's own.
 */
const NEEDS: Partial<Record<Permission, Permission>> = {
  "invitation:read": "member:read",
  "apiKey:manage": "apiKey:own",
};

/** Adds the permissions that the given permissions need. For example, a member must see a resource to manage it. */
export function withNeeded(permissions: Iterable<Permission>): Set<Permission> {
  const complete = new Set(permissions);
  // The loop also visits the permissions that it adds, so it also adds what these need.
  for (const permission of complete) {
    const needed = neededFor(permission);
    if (needed) complete.add(needed);
  }
  return complete;
}

/** Returns the permissions of `held` that need the given permission. */
export function needing(
  permission: Permission,
  held: readonly Permission[],
): Permission[] {
  return held.filter(
    (one) => one !== permission && withNeeded([one]).has(permission),
  );
}

function neededFor(permission: Permission): Permission | undefined {
  if (WORK_ALONE.has(permission)) return undefined;
  const read = `${permission.split(":")[0]}:read`;
  if (permission === read) return NEEDS[permission];
  return NEEDS[permission] ?? PERMISSIONS.find((one) => one === read);
}

/**
 * The permissions that an API key can have: those of the procedures that can be called with a key (`KEY_ACCESS` in
 * `server/http/key-access.ts`).
 */
export const KEY_SCOPES = [
  "organization:read",
  "organization:update",
  "member:read",
  "member:update",
  "member:remove",
  "invitation:read",
  "invitation:create",
  "invitation:revoke",
  "project:read",
  "project:create",
  "project:update",
  "project:delete",
  "project:deleteOwn",
  "analytics:read",
  "audit:read",
  "billing:read",
  "role:read",
] as const satisfies Permission[];

export type KeyScope = (typeof KEY_SCOPES)[number];

/** Adds the permissions that the given scopes need, and sorts them as in `KEY_SCOPES`. */
export function completeScopes(scopes: readonly KeyScope[]): KeyScope[] {
  const complete = withNeeded(scopes);
  return KEY_SCOPES.filter((scope) => complete.has(scope));
}

/**
 * Permissions that only concern the member who has them. A call with an API key never has them, but they do not prevent
 * it from giving a role that has them.
 */
export const ABOUT_ONESELF = [
  "member:leave",
  "apiKey:own",
] as const satisfies Permission[];

const VIEWER = [
  "organization:read",
  "member:read",
  "member:leave",
  "invitation:read",
  "project:read",
  "analytics:read",
  "role:read",
] as const satisfies Permission[];

const MEMBER = [
  ...VIEWER,
  "project:create",
  "project:update",
  "project:deleteOwn",
  "apiKey:own",
] as const satisfies Permission[];

/** The built-in roles with their permissions. To add a role, add an entry here. */
export const BUILT_IN_ROLES = {
  admin: {
    label: "Admin",
    summary: "Full access, including people and billing",
    grants: PERMISSIONS,
  },
  member: {
    label: "Member",
    summary: "Can create and edit projects",
    grants: MEMBER as readonly Permission[],
  },
  viewer: {
    label: "Viewer",
    summary: "Can view everything, but not make changes",
    grants: VIEWER as readonly Permission[],
  },
} as const;

export type Role = keyof typeof BUILT_IN_ROLES;
export const ROLES = Object.keys(BUILT_IN_ROLES) as [Role, ...Role[]];

export function isRole(value: string): value is Role {
  return Object.hasOwn(BUILT_IN_ROLES, value);
}

/** The permissions that a member has. */
export type Grants = ReadonlySet<Permission>;

const GRANTED: ReadonlyMap<string, Grants> = new Map(
  ROLES.map((role) => [role, new Set(BUILT_IN_ROLES[role].grants)]),
);
const NOTHING: Grants = new Set();

/** Returns the permissions of a built-in role; none for an unknown name. */
export function grantsOf(role: string): Grants {
  return GRANTED.get(role) ?? NOTHING;
}

/** Whether a built-in role or a set of grants includes a permission. */
export function can(held: string | Grants, permission: Permission): boolean {
  return (typeof held === "string" ? grantsOf(held) : held).has(permission);
}

/** Returns the permissions of `wanted` that are not in `held`. Members can only grant permissions that they hold. */
export function missingToGrant(held: Grants, wanted: Grants): Permission[] {
  return [...wanted].filter((permission) => !held.has(permission));
}

/** Returns the permissions that a read-only member keeps: to read and to leave. */
export function readOnlyGrants(held: Grants): Grants {
  return new Set(
    [...held].filter(
      (permission) =>
        permission.endsWith(":read") || permission === "member:leave",
    ),
  );
}

export function isPermission(value: unknown): value is Permission {
  return (PERMISSIONS as readonly unknown[]).includes(value);
}
