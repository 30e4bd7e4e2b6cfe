import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "#server/kernel/db/client";
import { memberships } from "#server/core/memberships/table";
import { organizations } from "#server/core/organizations/table";
import { iso } from "#server/kernel/inputs";
import { idOf, moment, named } from "#server/kernel/shapes";

const CONSEQUENCES = ["leave", "last_admin", "deleted"] as const;

export const deletionShape = named(
  "AccountDeletion",
  z.object({
    organizations: z.array(
      z.object({
        organization: z.object({
          id: idOf("organization"),
          name: z.string(),
          slug: z.string(),
          deletedAt: moment
            .nullable()
            .describe(
              "When the organization was deleted, or null. A deleted organization can be restored until it is purged.",
            ),
        }),
        consequence: z
          .enum(CONSEQUENCES)
          .describe(
            "What deleting the account does to the organization. `leave`: the user leaves it. `last_admin`: the account cannot be deleted until another member is an admin. `deleted`: the organization is deleted for good, because it has no other member, or because it is deleted already and has no other admin who could restore it.",
          ),
      }),
    ),
    canDelete: z.boolean(),
  }),
);

export type AffectedMembership = Awaited<
  ReturnType<typeof readMemberships>
>[number];

/** Reads all memberships of the user, also in deleted organizations, and the consequence for each organization. */
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
