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

export const permissionField = z.enum(
  PERMISSIONS as [Permission, ...Permission[]],
);

export const roleShape = z.object({
  /** The id of the role, which other objects contain as `role`. The id of a built-in role is its name. */
  id: z.string(),
  name: z.string(),
  description: z.string(),
  isBuiltIn: z.boolean(),
  /** The built-in role from which a custom role was created; for a built-in role, the role itself. */
  basedOn: z.enum(ROLES),
  permissions: z.array(permissionField),
  members: z.number(),
  /** When the role last changed; null for a built-in role, which never changes. */
  updatedAt: z.string().nullable(),
});

export type ListedRole = z.infer<typeof roleShape>;

export const impactShape = z.object({
  /** How many members have the role, and the names of the first of these members. */
  members: z.number(),
  names: z.array(z.string()),
  /** The permissions that each member with the role would gain and lose. */
  gained: z.array(permissionField),
  lost: z.array(permissionField),
  /** The number of pending invitations to the role. */
  invitations: z.number(),
  /**
   * The number of pending invitations that would stop working, because their inviters could no longer give the invited
   * role.
   */
  voided: z.number(),
});

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
  return PERMISSIONS.filter((permission) => unique.has(permission));
}
