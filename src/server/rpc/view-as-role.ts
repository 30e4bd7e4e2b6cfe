import { can, type Grants, type Permission } from "#shared/permissions";
import type { SignedIn } from "#server/core/sessions/sessions";
import type { MemberOrganization } from "#server/core/sessions/find-session";
import { type FoundRole, findRole } from "#server/core/roles/grants";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { DomainError, permissionDenied } from "#server/kernel/errors";
import type { Context } from "./context";
import { ProcedureCall, type ProcedureOptions } from "./procedure-call";

/** The permissions of which a member needs one to view the organization as another role. */
const TO_VIEW_AS = [
  "role:manage",
  "member:update",
] as const satisfies Permission[];

/**
 * Refuses calls that change something, and calls with an API key, if the request names a role to view as.
 * @throws DomainError KEY_NOT_ALLOWED, VIEWING_AS_ROLE
 */
export function refuseInView({
  ctx: { request },
  type,
}: Pick<ProcedureOptions, "ctx" | "type">): void {
  if (request.viewAsRole === undefined) return;
  if (request.bearer !== undefined) throw new DomainError("KEY_NOT_ALLOWED");
  if (type === "mutation") throw new DomainError("VIEWING_AS_ROLE");
}

/**
 * If the request names a role to view as, gives the caller only those permissions that this role grants too.
 * @throws DomainError NOT_FOUND for a role that the organization does not have; PERMISSION_DENIED, MEMBERSHIP_FROZEN
 */
export async function narrowToView(
  { ctx }: Pick<ProcedureOptions, "ctx">,
  call: ProcedureCall,
  signedIn: SignedIn,
): Promise<SignedIn> {
  const { viewAsRole } = ctx.request;
  const { organization } = signedIn;
  if (viewAsRole === undefined || !organization) return signedIn;
  if (!canViewAs(organization.grants))
    throw organization.isFrozen
      ? new DomainError("MEMBERSHIP_FROZEN")
      : permissionDenied(["role:manage"]);
  const db = new TenantDb(
    ctx.db.drizzle,
    ProcedureCall.workOf(call),
    organization.id,
  );
  const found = await findRole(db, viewAsRole);
  if (!found) throw new DomainError("NOT_FOUND");
  return { ...signedIn, organization: seenAs(organization, found) };
}

/**
 * Reads the present permissions of a view; undefined if the caller has no access any more, or cannot view as the role
 * any more.
 */
export async function currentGrantsInView(
  { request }: Pick<Context, "request">,
  db: TenantDb,
  readOwn: () => Promise<Grants | undefined>,
): Promise<Grants | undefined> {
  const own = await readOwn();
  if (!own || request.viewAsRole === undefined) return own;
  if (!canViewAs(own)) return undefined;
  const found = await findRole(db, request.viewAsRole);
  return found && inBoth(own, found.grants);
}

function canViewAs(grants: Grants): boolean {
  return TO_VIEW_AS.some((permission) => can(grants, permission));
}

function seenAs(
  organization: MemberOrganization,
  { role, name, grants }: FoundRole,
): MemberOrganization {
  const narrowed = {
    ...organization,
    grants: inBoth(organization.grants, grants),
  };
  // Some rules name the role `admin` itself. A view must not give it to a member who does not have it.
  return role === "admin" ? narrowed : { ...narrowed, role, roleName: name };
}

function inBoth(own: Grants, ofRole: Grants): Grants {
  return new Set([...own].filter((permission) => ofRole.has(permission)));
}
