import type { Database } from "#server/kernel/db/client";
import {
  markForPurge,
  purgeMarked,
} from "#server/features/organizations/purge";

interface Found {
  id: string;
  slug: string;
}

/** @throws Error if no organization has this slug or id */
export async function findOrganization(
  { client }: Database,
  org: string,
): Promise<Found> {
  const { rows } = await client.execute({
    sql: "select id, slug from organizations where id = ?1 or slug = ?1",
    args: [org],
  });
  const [row] = rows;
  if (!row) throw new Error(`There is no organization ${org}.`);
  return { id: String(row.id), slug: String(row.slug) };
}

/** Returns a line for each organization, ordered by slug: slug, id, plan, members, projects, and whether it is deleted. */
export async function describeOrganizations({
  client,
}: Database): Promise<string[]> {
  const { rows } = await client.execute(
    `select slug, id, plan, deleted_at,
        (select count(*) from memberships where org_id = organizations.id) as members,
        (select count(*) from projects where org_id = organizations.id) as projects
      from organizations order by slug`,
  );
  return rows.map(({ slug, id, plan, members, projects, deleted_at }) =>
    [
      slug,
      id,
      plan,
      `members: ${String(members)}`,
      `projects: ${String(projects)}`,
      ...(deleted_at === null ? [] : ["deleted"]),
    ].join("  "),
  );
}

/** Deletes an organization for good, with everything that belongs to it. It cannot be restored. */
export async function purgeOrganization(
  db: Database,
  org: string,
  now: number,
): Promise<Found> {
  const found = await findOrganization(db, org);
  await db.client.batch(
    markForPurge({ sql: "id = ?", args: [found.id] }, now),
    "write",
  );
  await purgeMarked(db.client);
  return found;
}
