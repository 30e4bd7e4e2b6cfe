import { insertStatement } from "#server/kernel/db/statement";
import { memberships } from "#server/core/memberships/table";
import { newId } from "#shared/id";
import type { TestOrganization, TestServer } from "#testing/kit/server";
import { lengthenLog } from "#testing/kit/long-log";
import type { Roles } from "#testing/matrix/scenarios";

const EMPTIED = [
  "api_usage",
  "api_keys",
  "service_accounts",
  "admin_transfers",
  "domains",
  "former_members",
  "former_slugs",
  "invitation_links",
  "invitations",
  "logos",
  "projects",
  "subscriptions",
];

/** Creates an organization with a long audit log: everyday events over the last three months. */
export async function makeLongOrganization(
  server: TestServer,
  { admin }: Roles,
  events: number,
): Promise<TestOrganization> {
  const org = await server.organization(admin, "Long");
  const begun = Date.now() - 90 * 24 * 60 * 60 * 1000;
  const step = (Date.now() - begun) / events;
  await lengthenLog(server, org.id, events, (n) => ({
    at: Math.floor(begun + n * step),
    action: ACTIONS[n % ACTIONS.length],
    actorKind: "user",
    actorId: admin.id,
    actorName: admin.name,
  }));
  return org;
}

const ACTIONS = [
  "projects.update",
  "projects.create",
  "projects.update",
  "members.updateRole",
  "projects.delete",
  "invitations.accept",
];

/**
 * Removes everything except the audit log from the organization, so that earlier calls do not influence the next
 * measurement.
 */
export async function emptyOrganization(
  { db }: TestServer,
  { admin }: Roles,
  { id, slug, name }: TestOrganization,
): Promise<void> {
  const own = { orgId: id, userId: admin.id };
  const membership = insertStatement(memberships, {
    ...own,
    id: newId("membership"),
    role: "admin",
    joinedAt: Date.now(),
  });
  const of = (sql: string, ...args: string[]) => ({ sql, args: [id, ...args] });
  await db.client.batch(
    [
      of(
        `update organizations set deleted_at = null, two_factor_required_from = null, plan = 'free', seats = 25,
          project_limit = 500, slug = ?2, name = ?3 where id = ?1`,
        slug,
        name,
      ),
      { ...membership, sql: `${membership.sql} on conflict do nothing` },
      of(
        "update memberships set role = 'admin', suspended_at = null where org_id = ?1 and user_id = ?2",
        admin.id,
      ),
      of(
        "delete from memberships where org_id = ?1 and user_id <> ?2",
        admin.id,
      ),
      ...EMPTIED.map((table) => of(`delete from ${table} where org_id = ?1`)),
      of("delete from roles where org_id = ?1"),
      // Calls create users whose addresses contain the organization's id; delete these users, too.
      of("delete from users where email = ?1 || '@example.com'"),
      of("delete from sign_ups where email = ?1 || '@example.com'"),
      "delete from demo_customers",
    ],
    "write",
  );
}
