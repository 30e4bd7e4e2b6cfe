import type { MemberOrganization } from "#server/core/sessions/find-session";
import type { SignedIn } from "#server/core/sessions/sessions";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import { readCaller } from "./authenticate";
import { Call, type Options } from "./call";

/** `isOpen`: whether the call is open to members whom the organization keeps out. */
type Entering = Options & { isOpen: boolean };

export type SignedInMember = SignedIn & { organization: MemberOrganization };

/**
 * The caller as a member of the organization. A mutation gets its turn among those of the organization and decides on one
 * version of it: on the rights of its caller, and on every row it reads from here on.
 * @throws DomainError ORGANIZATION_NOT_FOUND, SLUG_RETIRED, MEMBERSHIP_SUSPENDED
 */
export async function enterOrganization(
  options: Entering,
  call: Call,
  signedIn: SignedIn,
  org: string,
): Promise<SignedInMember> {
  const member = await requireMember(options, signedIn, org);
  if (options.type !== "mutation") return member;
  if (options.meta?.guardsItself) return guardMember(options, call, member);
  const work = Call.workOf(call);
  await work.lock([member.organization.id]);
  const current = await readAgainIfOutdated(options, call, member, org);
  const { id, version } = current.organization;
  work.versions.set(id, version);
  return current;
}

/** While the call waited for its turn another mutation may have changed who the caller is here. */
async function readAgainIfOutdated(
  options: Entering,
  call: Call,
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
  { ctx, isOpen }: Entering,
  signedIn: SignedIn,
  org: string,
): Promise<SignedInMember> {
  const organization =
    signedIn.organization ?? (isOpen ? signedIn.suspended : undefined);
  if (organization) return { ...signedIn, organization };
  const { sessions, now } = ctx.services;
  throw await sessions.organizationMissing(signedIn, org, now());
}

/** For a mutation that decides without the organization's version: its caller's rights are guarded by themselves. */
function guardMember(
  { ctx }: Options,
  call: Call,
  member: SignedInMember,
): SignedInMember {
  const { organization, user } = member;
  const work = Call.workOf(call);
  work.guardFirst(
    ctx.services.sessions.roleIsUnchanged(organization, user.id),
    conflictRetry,
  );
  work.appendUnversioned(organization.id);
  return member;
}
