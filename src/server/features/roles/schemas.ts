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
  /** What `role` names it by: a built-in one by its name. */
  id: z.string(),
  name: z.string(),
  description: z.string(),
  isBuiltIn: z.boolean(),
  /** The built-in role it was made from, or is. */
  basedOn: z.enum(ROLES),
  permissions: z.array(permissionField),
  /** How many members have it. */
  members: z.number(),
  /** Null for a built-in one: nobody changes those. */
  updatedAt: z.string().nullable(),
});

export type CustomizedRole = z.infer<typeof roleShape>;

export const impactShape = z.object({
  /** How many members have the role, and the names of the first of them. */
  members: z.number(),
  names: z.array(z.string()),
  /** What each of them would be able to do that they are not now, and the other way round. */
  gained: z.array(permissionField),
  lost: z.array(permissionField),
  /** How many invitations that wait would give the role. */
  invitations: z.number(),
  /** How many invitations that wait would be void, because their inviters could not make them any more. */
  voided: z.number(),
});

export type Impact = z.infer<typeof impactShape>;

export function toRole(
  row: typeof roles.$inferSelect,
  members: number,
): CustomizedRole {
  const { id, name, description, basedOn, updatedAt } = row;
  return {
    id,
    name,
    description,
    isBuiltIn: false,
    basedOn,
    permissions: inOrder(row.permissions),
    members,
    updatedAt: iso(updatedAt),
  };
}

export function builtInRole(role: Role, members: number): CustomizedRole {
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

/**
 * What a role is stored with: the rights that were chosen and those that they need to work. They are added rather than
 * asked for, since there is only one right answer; the caller holds them, because every role is complete.
 */
export function completed(permissions: Iterable<Permission>): Permission[] {
  return inOrder(withNeeded(permissions));
}

/** Each once, in the order of the table: the same rights are the same text, and those that are gone drop out. */
export function inOrder(permissions: Iterable<Permission>): Permission[] {
  const wanted = new Set(permissions);
  return PERMISSIONS.filter((permission) => wanted.has(permission));
}
