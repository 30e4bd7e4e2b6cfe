import type { MemberOrganization } from "#server/core/sessions/find-session";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import { type Authenticated, isKeyCall } from "#server/core/caller";
import { readCaller } from "./authenticate";
import { ProcedureCall, type ProcedureOptions } from "./procedure-call";

/** `isOpen`: whether suspended members may call the procedure too. */
type EnterOptions = ProcedureOptions & { isOpen: boolean };

/** A caller who may enter the organization of the call. */
export type Entered = Authenticated & { organization: MemberOrganization };

/**
 * Lets the caller enter the organization. A mutation first waits for the lock of the organization; the
 * permissions of the caller and all later reads then belong to one version of the organization.
 * @throws DomainError ORGANIZATION_NOT_FOUND, SLUG_RETIRED, MEMBERSHIP_SUSPENDED
 */
export async function enterOrganization(
  options: EnterOptions,
  call: ProcedureCall,
  caller: Authenticated,
  org: string,
): Promise<Entered> {
  const member = await requireMember(options, caller, org);
  if (options.type !== "mutation") return member;
  if (options.meta?.guardsItself) return guardMember(options, call, member);
  const work = ProcedureCall.workOf(call);
  await work.lock([member.organization.id]);
  const current = await readAgainIfOutdated(options, call, member, org);
  const { id, version } = current.organization;
  work.versions.set(id, version);
  return current;
}

/** Reads the membership again if another mutation changed the organization while this one waited for the lock. */
async function readAgainIfOutdated(
  options: EnterOptions,
  call: ProcedureCall,
  member: Entered,
  org: string,
): Promise<Entered> {
  const { id, version } = member.organization;
  if (!options.ctx.services.audit.isOutdated(id, version)) return member;
  const caller = await readCaller(options, org);
  if (!caller) throw endedAccess(member);
  call.caller = caller;
  return requireMember(options, caller, org);
}

async function requireMember(
  { ctx, isOpen }: EnterOptions,
  caller: Authenticated,
  org: string,
): Promise<Entered> {
  const organization =
    caller.organization ?? (isOpen ? caller.suspended : undefined);
  if (organization) return { ...caller, organization };
  const { sessions, now } = ctx.services;
  throw await sessions.organizationMissing(caller, org, now());
}

function endedAccess(caller: Authenticated): DomainError {
  return new DomainError(isKeyCall(caller) ? "API_KEY_INVALID" : "SIGNED_OUT");
}

/** Guards the caller's role for a mutation that does not check the version of the organization. */
function guardMember(
  { ctx }: ProcedureOptions,
  call: ProcedureCall,
  member: Entered,
): Entered {
  if (isKeyCall(member)) throw new DomainError("KEY_NOT_ALLOWED");
  const { organization, user } = member;
  const work = ProcedureCall.workOf(call);
  work.guardFirst(
    ctx.services.sessions.roleIsUnchanged(organization, user.id),
    conflictRetry,
  );
  work.appendUnversioned(organization.id);
  return member;
}
