import type { MemberOrganization } from "#server/core/sessions/find-session";
import type { SignedIn } from "#server/core/sessions/sessions";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import { readCaller } from "./authenticate";
import { ProcedureCall, type ProcedureOptions } from "./procedure-call";

/** `isOpen`: whether suspended members may call the procedure too. */
type EnterOptions = ProcedureOptions & { isOpen: boolean };

export type SignedInMember = SignedIn & { organization: MemberOrganization };

/**
 * Returns the caller as a member of the organization. A mutation first waits for the lock of the organization; the
 * permissions of the caller and all later reads then belong to one version of the organization.
 * @throws DomainError ORGANIZATION_NOT_FOUND, SLUG_RETIRED, MEMBERSHIP_SUSPENDED
 */
export async function enterOrganization(
  options: EnterOptions,
  call: ProcedureCall,
  signedIn: SignedIn,
  org: string,
): Promise<SignedInMember> {
  const member = await requireMember(options, signedIn, org);
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
  member: SignedInMember,
  org: string,
): Promise<SignedInMember> {
  const { id, version } = member.organization;
  if (!options.ctx.services.audit.isOutdated(id, version)) return member;
  const signedIn = await readCaller(options, org);
  if (!signedIn) throw new DomainError("SIGNED_OUT");
  call.signedIn = signedIn;
  return requireMember(options, signedIn, org);
}

async function requireMember(
  { ctx, isOpen }: EnterOptions,
  signedIn: SignedIn,
  org: string,
): Promise<SignedInMember> {
  const organization =
    signedIn.organization ?? (isOpen ? signedIn.suspended : undefined);
  if (organization) return { ...signedIn, organization };
  const { sessions, now } = ctx.services;
  throw await sessions.organizationMissing(signedIn, org, now());
}

/** Guards the caller's role for a mutation that does not check the version of the organization. */
function guardMember(
  { ctx }: ProcedureOptions,
  call: ProcedureCall,
  member: SignedInMember,
): SignedInMember {
  const { organization, user } = member;
  const work = ProcedureCall.workOf(call);
  work.guardFirst(
    ctx.services.sessions.roleIsUnchanged(organization, user.id),
    conflictRetry,
  );
  work.appendUnversioned(organization.id);
  return member;
}
