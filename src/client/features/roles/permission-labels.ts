import { PERMISSIONS, type Permission } from "#shared/permissions.ts";
import { texts } from "./texts.ts";

export function permissionLabel(permission: Permission): string {
  return texts().permissions[permission];
}

export function resourceLabel(resource: string): string {
  const groups: Record<string, string> = texts().resources;
  return groups[resource] ?? resource;
}

/**
 * Permissions that allow nothing yet: webhooks do not exist. The interface does not offer them. Roles that were stored
 * with them keep them.
 */
const WITHOUT_EFFECT: ReadonlySet<Permission> = new Set([
  "webhook:read",
  "webhook:manage",
]);

/** Whether the interface shows a permission. */
export function isShown(permission: Permission): boolean {
  return !WITHOUT_EFFECT.has(permission);
}

/** The shown permissions of one resource. */
export interface PermissionGroup {
  resource: string;
  permissions: readonly Permission[];
}

/** The shown permissions grouped by resource, in the order of `PERMISSIONS`. */
export const PERMISSION_GROUPS: readonly PermissionGroup[] = [
  ...Map.groupBy(
    PERMISSIONS.filter(isShown),
    (permission) => permission.split(":")[0] ?? "",
  ).entries(),
].map(([resource, permissions]) => ({
  resource,
  permissions,
}));
