/**
 * The one table of rights: resources × actions, and the built-in roles as lists of them.
 * The server (`roleProcedure`) and the interface (`<Can>`) both read it.
 */
const RESOURCES = {
  organization: ["read", "update", "delete"],
  member: ["read", "update", "remove", "leave"],
  invitation: ["read", "create", "revoke"],
  project: ["read", "create", "update", "delete", "deleteOwn"],
  analytics: ["read"],
  audit: ["read"],
  billing: ["read", "manage"],
  role: ["read", "manage"],
  apiKey: ["read", "manage"],
  webhook: ["read", "manage"],
} as const;

type Resources = typeof RESOURCES;

/** A right such as `"project:create"`. */
export type Permission = {
  [R in keyof Resources]: `${R}:${Resources[R][number]}`;
}[keyof Resources];

export const PERMISSIONS: readonly Permission[] = Object.entries(
  RESOURCES,
).flatMap(([resource, actions]) =>
  actions.map((action) => `${resource}:${action}` as Permission),
);

/** Rights that work without seeing what they are about: a member can leave without seeing who else is a member. */
const WORK_ALONE: ReadonlySet<Permission> = new Set(["member:leave"]);

/** What is seen as a part of something else: invitations are on the page of the members. */
const SEEN_WITH: Partial<Record<Permission, Permission>> = {
  "invitation:read": "member:read",
};

/** Rights with all that they need to work: whoever manages something can also see it. */
export function withNeeded(permissions: Iterable<Permission>): Set<Permission> {
  const complete = new Set(permissions);
  // A set is walked to its end while it grows, so that what is needed brings what it needs itself.
  for (const permission of complete) {
    const needed = neededFor(permission);
    if (needed) complete.add(needed);
  }
  return complete;
}

/** Those of `held` that do not work without the right. */
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
  if (permission === read) return SEEN_WITH[permission];
  return PERMISSIONS.find((one) => one === read);
}

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
] as const satisfies Permission[];

/** Every built-in role with what it grants. Adding one is adding a line here. */
export const BUILT_IN_ROLES = {
  admin: {
    label: "Admin",
    summary: "Full access, including team and billing",
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

/** What somebody may do. */
export type Grants = ReadonlySet<Permission>;

const GRANTED: ReadonlyMap<string, Grants> = new Map(
  ROLES.map((role) => [role, new Set(BUILT_IN_ROLES[role].grants)]),
);
const NOTHING: Grants = new Set();

/** What a built-in role grants; nothing for a name nobody defined. */
export function grantsOf(role: string): Grants {
  return GRANTED.get(role) ?? NOTHING;
}

/** Whether a built-in role, or what somebody holds, includes a right. */
export function can(held: string | Grants, permission: Permission): boolean {
  return (typeof held === "string" ? grantsOf(held) : held).has(permission);
}

/** The rights of `wanted` that `held` lacks: nobody may grant what they do not hold. */
export function missingToGrant(held: Grants, wanted: Grants): Permission[] {
  return [...wanted].filter((permission) => !held.has(permission));
}

/** What of it only reads. Whoever is limited to that may still leave. */
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
