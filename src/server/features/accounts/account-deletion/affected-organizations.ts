import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "#server/kernel/db/client";
import { memberships } from "#server/core/memberships/table";
import { organizations } from "#server/core/organizations/table";
import { iso } from "#server/kernel/inputs";

/** What becomes of an organization when one of its members deletes their account. */
const CONSEQUENCES = ["leave", "last_admin", "deleted"] as const;

export const deletionShape = z.object({
  organizations: z.array(
    z.object({
      organization: z.object({
        id: z.string(),
        name: z.string(),
        slug: z.string(),
        /** Hidden already, and restorable until now. */
        deletedAt: z.string().nullable(),
      }),
      /**
       * `leave`: the others go on. `last_admin`: one of the others has to become an admin first. `deleted`: it goes for
       * good, because nobody else is in it, or because it was deleted and nobody else could restore it.
       */
      consequence: z.enum(CONSEQUENCES),
    }),
  ),
  canDelete: z.boolean(),
});

export type Membership = Awaited<ReturnType<typeof readMemberships>>[number];

/** Every organization the person is in, deleted ones as well, with what would become of it. */
export async function readMemberships({ drizzle }: Database, userId: string) {
  const rows = await drizzle
    .select({
      membership: memberships,
      organization: {
        id: organizations.id,
        name: organizations.name,
        slug: organizations.slug,
        deletedAt: organizations.deletedAt,
      },
      others: sql<number>`(select count(*) from memberships as o
        where o.org_id = ${memberships.orgId} and o.user_id <> ${userId})`,
      otherAdmins: sql<number>`(select count(*) from memberships as o join users on users.id = o.user_id
        where o.org_id = ${memberships.orgId} and o.user_id <> ${userId}
          and o.role = 'admin' and o.suspended_at is null and users.suspended_at is null)`,
    })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.orgId))
    .where(eq(memberships.userId, userId))
    .orderBy(organizations.name, organizations.id);
  return rows.map((row) => ({ ...row, consequence: consequenceOf(row) }));
}

function consequenceOf({
  organization,
  others,
  otherAdmins,
}: {
  organization: { deletedAt: number | null };
  others: number;
  otherAdmins: number;
}): (typeof CONSEQUENCES)[number] {
  if (others === 0) return "deleted";
  if (otherAdmins > 0) return "leave";
  return organization.deletedAt === null ? "last_admin" : "deleted";
}

export async function previewDeletion(
  db: Database,
  userId: string,
): Promise<z.infer<typeof deletionShape>> {
  const found = await readMemberships(db, userId);
  return {
    organizations: found.map(({ organization, consequence }) => ({
      organization: {
        ...organization,
        deletedAt:
          organization.deletedAt === null ? null : iso(organization.deletedAt),
      },
      consequence,
    })),
    canDelete: found.every(({ consequence }) => consequence !== "last_admin"),
  };
}
