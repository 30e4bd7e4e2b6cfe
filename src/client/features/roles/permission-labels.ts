import { PERMISSIONS, type Permission } from "#shared/permissions.ts";
import { texts } from "./texts.ts";

export function permissionLabel(permission: Permission): string {
  return texts().permissions[permission];
}

export function resourceLabel(resource: string): string {
  const groups: Record<string, string> = texts().resources;
  return groups[resource] ?? resource;
}

/** The permissions grouped by resource, in the order of `PERMISSIONS`. */
export const PERMISSION_GROUPS = [
  ...Map.groupBy(
    PERMISSIONS,
    (permission) => permission.split(":")[0] ?? "",
  ).entries(),
].map(([resource, permissions]) => ({
  resource,
  permissions,
}));
