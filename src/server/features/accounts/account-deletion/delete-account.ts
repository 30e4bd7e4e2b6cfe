import { sql } from "drizzle-orm";
import { normalizeEmail } from "#shared/fields";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { cancelRunning } from "#server/features/billing/ending";
import { recordFormerAddress } from "#server/features/members/former-members";
import { purgeMarked } from "#server/features/organizations/purge";
import { deleteInPortions } from "#server/kernel/db/portions";
import { deleteStatement } from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import { accountDeletedMail } from "./mail";
import type { RequestFacts } from "#server/rpc/context";
import type { AccountCall } from "../account-call";
import { requireRecentAuthentication } from "#server/core/sessions/reauthentication";
import { users } from "#server/core/users/table";
import type { SignedIn } from "#server/core/sessions/sessions";
import { type Membership, readMemberships } from "./affected-organizations";
import { leaveOrganization, deleteOrganization } from "./organizations";
import { organizationsReferencing, removeReferences } from "./references";

/**
 * Deletes the account for good, in one batch with what is the person's alone; organizations that go along are hidden in
 * it, and their rows removed afterwards. What they did in other organizations stays in the audit logs of these.
 * @throws DomainError LAST_ADMIN, naming the organizations that would be left without one
 */
export async function deleteAccount(
  ctx: AccountCall,
  { user, session }: Pick<SignedIn, "user" | "session">,
  confirm: string | undefined,
): Promise<void> {
  requireRecentAuthentication(session.authenticatedAt, ctx.work.now);
  requireConfirmed(user.email, confirm);
  const named = await organizationsReferencing(ctx.db, user.id);
  await ctx.work.enter(named);
  const memberships = await readMemberships(ctx.db, user.id);
  refuseLastAdmin(memberships);
  refuseUnexpectedDeletion(ctx.request, memberships);
  const addressHash = await ctx.services.hashAddress(user.email);
  recordFormerAddress(ctx.work, { userId: user.id, addressHash });
  const gone = new Set<string>();
  for (const each of memberships)
    if (each.consequence === "leave") leaveOrganization(ctx, each);
    else {
      gone.add(each.organization.id);
      await cancelBilling(ctx, each);
      deleteOrganization(ctx.work, each);
    }
  for (const orgId of named)
    if (!gone.has(orgId))
      await removeReferences(ctx.db, ctx.work, { orgId, userId: user.id });
  deleteUser(ctx, user);
  deleteRemainingRowsLater(ctx, user);
  await ctx.post(
    accountDeletedMail({ to: user.email, link: ctx.services.links.signUp() }),
    { kind: "notice" },
  );
  ctx.response.cookies.push(ctx.services.sessions.blankCookie());
}

/** Nothing of it is recorded: the organization's log goes, too. */
async function cancelBilling(
  { db, work, services }: AccountCall,
  { organization }: Membership,
): Promise<void> {
  const { id } = organization;
  const tenant = new TenantDb(db.drizzle, work, id);
  await work.outside(`cancel ${id}`, async () => {
    await cancelRunning(tenant, services.billing.provider);
  });
}

function requireConfirmed(email: string, confirm: string | undefined): void {
  if (confirm !== undefined && normalizeEmail(confirm) === email) return;
  throw new DomainError(
    "INVALID_INPUT",
    `Confirm with the address of your account: ${email}.`,
    {
      issues: [
        { path: "confirm", message: "Must be the address of your account." },
      ],
    },
  );
}

function refuseLastAdmin(memberships: readonly Membership[]): void {
  const names = memberships
    .filter(({ consequence }) => consequence === "last_admin")
    .map(({ organization }) => organization.name);
  if (names.length === 0) return;
  const listed = new Intl.ListFormat("en").format(names);
  throw new DomainError(
    "LAST_ADMIN",
    `You are the last admin of ${listed}. Make somebody else an admin there first.`,
  );
}

/** By call, the organizations that it would have left, and not taken along, when it was first run. */
const plannedToLeave = new WeakMap<RequestFacts, ReadonlySet<string>>();

// A call that was overtaken is run again. Alone in it by then, the person would delete an organization for good that
// they meant to leave to others.
function refuseUnexpectedDeletion(
  request: RequestFacts,
  memberships: readonly Membership[],
): void {
  const meant = plannedToLeave.get(request);
  const surprise = memberships.find(
    ({ consequence, organization: { id } }) =>
      consequence === "deleted" && meant?.has(id),
  );
  if (surprise)
    throw new DomainError(
      "STALE",
      `Since a moment ago nobody but you is in ${surprise.organization.name}. Look again at what happens to it.`,
    );
  const left = memberships.filter(({ consequence }) => consequence === "leave");
  const ids = left.map(({ organization }) => organization.id);
  plannedToLeave.set(request, new Set([...(meant ?? []), ...ids]));
}

function deleteUser({ work }: AccountCall, user: SignedIn["user"]): void {
  // Whoever joined an organization meanwhile leaves that one as well, and not in silence.
  work.guard(
    sql`not exists (select 1 from memberships where user_id = ${user.id})`,
    () => new DomainError("BUSY", undefined, { retry: true }),
  );
  // Sessions, devices, factors, accounts elsewhere, the picture and invitations they sent go with the person's row.
  work.write(deleteStatement(users, { id: user.id }));
  work.guardRowChanged(
    () => new DomainError("SIGNED_OUT", undefined, { retry: true }),
  );
}

/** Deletes rows after the answer that may be many and that no request reads any more. */
function deleteRemainingRowsLater(
  { db: { client }, work, services }: AccountCall,
  user: SignedIn["user"],
): void {
  const own = { sql: "actor_id = ?", args: [user.id] };
  work.afterCommit(() =>
    services.inBackground("delete an account", async (signal) => {
      await purgeMarked(client, signal);
      // Each of them expires within a day in any case.
      await deleteInPortions(client, "idempotency_keys", own, signal);
    }),
  );
}
