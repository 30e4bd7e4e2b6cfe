import {
  needing,
  type Permission,
  PERMISSIONS,
  withNeeded,
  worksAlone,
} from "#shared/permissions.ts";
import type { PermissionGroup } from "./permission-labels.ts";

/** How much of a resource a role can use. `custom` is any set of permissions that is none of the others. */
export type Level = "none" | "view" | "manage" | "custom";

/** Returns the levels that a role can have for a resource. */
export function levelsOf(group: PermissionGroup): Level[] {
  const counted = countedIn(group);
  const isReadable = counted.some(isRead);
  const others = counted.length - (isReadable ? 1 : 0);
  return [
    "none",
    ...(isReadable ? (["view"] as const) : []),
    ...(others > (isReadable ? 1 : 0) ? (["custom"] as const) : []),
    ...(others > 0 ? (["manage"] as const) : []),
  ];
}

/** Returns the level that a set of permissions gives for a resource. */
export function levelOf(
  group: PermissionGroup,
  permissions: readonly Permission[],
): Level {
  const counted = countedIn(group);
  const held = counted.filter((one) => permissions.includes(one));
  if (held.length === 0) return "none";
  if (held.every(isRead)) return "view";
  return held.length === counted.length ? "manage" : "custom";
}

/** How many of the permissions of a resource are held, of how many. */
export function countHeld(
  group: PermissionGroup,
  permissions: readonly Permission[],
): { held: number; of: number } {
  const counted = countedIn(group);
  const held = counted.filter((one) => permissions.includes(one)).length;
  return { held, of: counted.length };
}

/** Why a level cannot be chosen: other permissions need what it lacks, or the user does not hold what it adds. */
export type LevelProblem =
  { requiredBy: Permission[] } | { notHeld: Permission[] };

export interface LevelChange {
  permissions: Permission[];
  problem: LevelProblem | undefined;
}

/** Returns the permissions with another level for one resource, and what they need. */
export function withLevel(
  group: PermissionGroup,
  permissions: readonly Permission[],
  level: Exclude<Level, "custom">,
  can: (permission: Permission) => boolean,
): LevelChange {
  const counted = countedIn(group);
  const given = counted.filter(
    (one) => level === "manage" || (level === "view" && isRead(one)),
  );
  const kept = permissions.filter((one) => !counted.includes(one));
  const complete = completed([...kept, ...given]);
  const notHeld = complete.filter(
    (one) => !permissions.includes(one) && !can(one),
  );
  const tooMany = complete.filter(
    (one) => counted.includes(one) && !given.includes(one),
  );
  return { permissions: complete, problem: problemOf(notHeld, tooMany, kept) };
}

/** Adds what the permissions need, and sorts them. */
export function completed(permissions: Iterable<Permission>): Permission[] {
  const complete = withNeeded(permissions);
  return PERMISSIONS.filter((one) => complete.has(one));
}

function problemOf(
  notHeld: Permission[],
  tooMany: Permission[],
  kept: readonly Permission[],
): LevelProblem | undefined {
  if (notHeld.length > 0) return { notHeld };
  if (tooMany.length === 0) return undefined;
  const requiring = tooMany.flatMap((one) => needing(one, kept));
  return { requiredBy: [...new Set(requiring)] };
}

function countedIn({ permissions }: PermissionGroup): Permission[] {
  return permissions.filter((one) => !worksAlone(one));
}

function isRead(permission: Permission): boolean {
  return permission.endsWith(":read");
}
