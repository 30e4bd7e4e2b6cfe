import { sql } from "drizzle-orm";
import { normalizeEmail } from "#shared/fields";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { cancelAtProvider } from "#server/features/billing/end";
import { recordFormerAddress } from "#server/features/members/former-members";
import { purgeMarked } from "#server/features/organizations/purge";
import { deleteInPortions } from "#server/kernel/db/portions";
import { deleteStatement } from "#server/kernel/db/statement";
import {
  conflictRetry,
  DomainError,
  invalidField,
} from "#server/kernel/errors";
import { accountDeletedMail } from "./mail";
import type { RequestFacts } from "#server/rpc/context";
import type { AccountCall } from "../account-call";
import { requireRecentAuthentication } from "#server/core/sessions/reauthentication";
import { users } from "#server/core/users/table";
import type { SignedIn } from "#server/core/sessions/sessions";
import {
  type AffectedMembership,
  readMemberships,
} from "./affected-organizations";
import { leaveOrganization, deleteOrganization } from "./organizations";
import { organizationsReferencing, removeReferences } from "./references";

/**
 * Deletes the account for good, in one batch. An organization that is deleted with the account is marked in this batch
 * and purged after the response; all other organizations keep their audit log.
 * @throws DomainError `REAUTHENTICATION_REQUIRED`, `INVALID_INPUT`, `LAST_ADMIN` with the names of the organizations
 */
export async function deleteAccount(
  ctx: AccountCall,
  { user, session }: Pick<SignedIn, "user" | "session">,
  confirm: string | undefined,
): Promise<void> {
  requireRecentAuthentication(session.authenticatedAt, ctx.work.now);
  requireConfirmed(user.email, confirm);
  const named = await organizationsReferencing(ctx.db, user.id);
  await ctx.work.readVersions(named);
  const memberships = await readMemberships(ctx.db, user.id);
  refuseLastAdmin(memberships);
  refuseUnexpectedDeletion(ctx.request, memberships);
  const addressHash = await ctx.services.hashAddress(user.email);
  recordFormerAddress(ctx.work, { userId: user.id, addressHash });
  const gone = new Set<string>();
  for (const affected of memberships)
    if (affected.consequence === "leave") leaveOrganization(ctx, affected);
    else {
      gone.add(affected.organization.id);
      await cancelBilling(ctx, affected);
      deleteOrganization(ctx.work, affected);
    }
  const orgIds = named.filter((orgId) => !gone.has(orgId));
  await removeReferences(ctx.db, ctx.work, { orgIds, userId: user.id });
  deleteUser(ctx, user);
  deleteRemainingRowsLater(ctx, user);
  await ctx.post(
    accountDeletedMail({ to: user.email, link: ctx.services.links.signUp() }),
    { kind: "notice" },
  );
  ctx.response.cookies.push(ctx.services.sessions.blankCookie());
}

/** The audit log does not record the end of the subscription, because the log is deleted as well. */
async function cancelBilling(
  { db, work, services }: AccountCall,
  { organization }: AffectedMembership,
): Promise<void> {
  const { id } = organization;
  const tenant = new TenantDb(db.drizzle, work, id);
  await work.callExternal(`cancel ${id}`, async () => {
    await cancelAtProvider(tenant, services.billing.provider);
  });
}

function requireConfirmed(email: string, confirm: string | undefined): void {
  if (confirm !== undefined && normalizeEmail(confirm) === email) return;
  throw invalidField("confirm", "EMAIL_CONFIRMATION", { email });
}

function refuseLastAdmin(memberships: readonly AffectedMembership[]): void {
  const names = memberships
    .filter(({ consequence }) => consequence === "last_admin")
    .map(({ organization }) => organization.name);
  if (names.length === 0) return;
  throw new DomainError("LAST_ADMIN", { organizations: names });
}

/** For each call: the organizations that earlier runs of the call planned to leave. */
const plannedToLeave = new WeakMap<RequestFacts, ReadonlySet<string>>();

// All other members may have left an organization before the call is retried. The retry must not delete an organization
// that the user agreed only to leave.
function refuseUnexpectedDeletion(
  request: RequestFacts,
  memberships: readonly AffectedMembership[],
): void {
  const planned = plannedToLeave.get(request);
  const unexpected = memberships.find(
    ({ consequence, organization: { id } }) =>
      consequence === "deleted" && planned?.has(id),
  );
  if (unexpected)
    throw new DomainError("STALE", {
      organization: unexpected.organization.name,
    });
  const left = memberships.filter(({ consequence }) => consequence === "leave");
  const ids = left.map(({ organization }) => organization.id);
  plannedToLeave.set(request, new Set([...(planned ?? []), ...ids]));
}

function deleteUser({ work }: AccountCall, user: SignedIn["user"]): void {
  // If the user joined another organization after the memberships were read, the call is retried and leaves it too.
  work.guard(
    sql`not exists (select 1 from memberships where user_id = ${user.id})`,
    conflictRetry,
  );
  // Foreign keys delete the user's sessions, devices, second factors, linked accounts, picture and sent invitations.
  work.write(deleteStatement(users, { id: user.id }));
  work.guardRowChanged(() => conflictRetry("SIGNED_OUT"));
}

/** Deletes the marked organizations and the user's idempotency keys after the response: these can be many rows. */
function deleteRemainingRowsLater(
  { db: { client }, work, services }: AccountCall,
  user: SignedIn["user"],
): void {
  const own = { sql: "actor_id = ?", args: [user.id] };
  work.afterCommit(() =>
    services.inBackground("delete an account", async (signal) => {
      await purgeMarked(client, signal);
      await deleteInPortions(client, "idempotency_keys", own, signal);
    }),
  );
}
