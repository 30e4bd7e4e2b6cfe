import { can } from "#shared/permissions";
import type { Caller } from "#server/core/caller";
import { permissionDenied } from "#server/kernel/errors";

export const PERSON_KINDS = ["member", "invitation"] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

/** The statuses of members and of invitations, in the order in which they are sorted. */
export const PERSON_STATUSES = [
  "active",
  "readOnly",
  "suspended",
  "invited",
  "expired",
] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

export const PEOPLE_SORTS = [
  "name",
  "role",
  "status",
  "lastActive",
  "joined",
  "projects",
] as const;
export type PeopleSort = (typeof PEOPLE_SORTS)[number];

export const ORDERS = ["asc", "desc"] as const;
export type Order = (typeof ORDERS)[number];

/** Which people are listed, and in which order. */
export interface PeopleFilter {
  /** A part of the name or of the email address. */
  q?: string | undefined;
  kind?: PersonKind | undefined;
  role?: string | undefined;
  status?: PersonStatus | undefined;
  twoFactor?: "on" | "off" | undefined;
  inactiveDays?: number | undefined;
  sort: PeopleSort;
  order: Order;
}

/** What the caller may see of people. */
export interface Viewer {
  /** When members were last active, and whether they have two-factor authentication. */
  seesSecurity: boolean;
  seesInvitations: boolean;
  seesProjects: boolean;
}

export function viewerOf({ grants }: Pick<Caller, "grants">): Viewer {
  return {
    seesSecurity: can(grants, "member:update"),
    seesInvitations: can(grants, "invitation:read"),
    seesProjects: can(grants, "project:read"),
  };
}

/**
 * Refuses a filter or an order from which the caller could learn what they may not see.
 * @throws DomainError PERMISSION_DENIED
 */
export function requireVisible(
  { seesSecurity, seesProjects }: Viewer,
  { twoFactor, inactiveDays, sort }: PeopleFilter,
): void {
  const usesSecurity =
    twoFactor !== undefined ||
    inactiveDays !== undefined ||
    sort === "lastActive";
  if (usesSecurity && !seesSecurity) throw permissionDenied(["member:update"]);
  if (sort === "projects" && !seesProjects)
    throw permissionDenied(["project:read"]);
}
