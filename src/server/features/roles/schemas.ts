import { z } from "zod";
import {
  BUILT_IN_ROLES,
  PERMISSIONS,
  type Permission,
  type Role,
  ROLES,
  withNeeded,
} from "#shared/permissions";
import { iso } from "#server/kernel/inputs";
import type { roles } from "#server/core/roles/table";
import { moment, named, roleId, permission } from "#server/kernel/shapes";

export const roleShape = named(
  "Role",
  z.object({
    id: roleId.describe(
      "The id of the role, which other objects contain as `role`. The id of a built-in role is its name.",
    ),
    name: z.string(),
    description: z.string(),
    isBuiltIn: z.boolean(),
    basedOn: z
      .enum(ROLES)
      .describe(
        "The built-in role from which a custom role was created; for a built-in role, the role itself.",
      ),
    permissions: z.array(permission),
    members: z.int(),
    updatedAt: moment
      .nullable()
      .describe(
        "When the role last changed; null for a built-in role, which never changes.",
      ),
  }),
);

export type ListedRole = z.infer<typeof roleShape>;

export const impactShape = named(
  "RoleImpact",
  z.object({
    members: z
      .int()
      .describe(
        "How many members have the role, and the names of the first of these members.",
      ),
    names: z.array(z.string()),
    serviceAccounts: z
      .int()
      .describe("How many service accounts have the role."),
    gained: z
      .array(permission)
      .describe(
        "The permissions that each member and service account with the role would gain and lose.",
      ),
    lost: z.array(permission),
    invitations: z
      .int()
      .describe("The number of pending invitations to the role."),
    voided: z
      .int()
      .describe(
        "The number of pending invitations that would stop working, because their inviters could no longer give the invited role.",
      ),
  }),
);

export type Impact = z.infer<typeof impactShape>;

export function toRole(
  row: typeof roles.$inferSelect,
  members: number,
): ListedRole {
  const { id, name, description, basedOn, updatedAt } = row;
  return {
    id,
    name,
    description,
    isBuiltIn: false,
    basedOn,
    permissions: sortPermissions(row.permissions),
    members,
    updatedAt: iso(updatedAt),
  };
}

export function builtInRole(role: Role, members: number): ListedRole {
  const { label, summary, grants } = BUILT_IN_ROLES[role];
  return {
    id: role,
    name: label,
    description: summary,
    isBuiltIn: true,
    basedOn: role,
    permissions: [...grants],
    members,
    updatedAt: null,
  };
}

/** Adds the permissions that the given permissions need, because a role without them would not work. */
export function completePermissions(
  permissions: Iterable<Permission>,
): Permission[] {
  return sortPermissions(withNeeded(permissions));
}

/**
 * Sorts permissions, and removes duplicates and unknown ones, so that equal sets of permissions are stored as the same
 * text.
 */
export function sortPermissions(
  permissions: Iterable<Permission>,
): Permission[] {
  const unique = new Set(permissions);
  return PERMISSIONS.filter((one) => unique.has(one));
}
