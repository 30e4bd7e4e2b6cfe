import { PERMISSIONS, type Permission } from "#shared/permissions.ts";
import { texts } from "./texts.ts";

/** What a right lets somebody do, in the words of the pages where they do it. */
export function inWords(permission: Permission): string {
  return texts().permissions[permission];
}

export function groupInWords(resource: string): string {
  const groups: Record<string, string> = texts().resources;
  return groups[resource] ?? resource;
}
/** The rights under what they are about, in the order of the table. */
export const PERMISSION_GROUPS = [
  ...Map.groupBy(
    PERMISSIONS,
    (permission) => permission.split(":")[0] ?? "",
  ).entries(),
].map(([resource, permissions]) => ({
  resource,
  permissions,
}));
