import { eq, getTableColumns, type Placeholder, sql } from "drizzle-orm";
import { z } from "zod";
import { idPattern } from "#shared/id";
import { can } from "#shared/permissions";
import type { Caller } from "#server/core/caller";
import { users } from "#server/core/users/table";
import { PROJECT_STATUSES, projects } from "./table";
import { iso } from "#server/kernel/inputs";
import { idOf, moment, named } from "#server/kernel/shapes";

export const projectShape = named(
  "Project",
  z.object({
    id: idOf("project"),
    name: z.string(),
    description: z.string(),
    status: z.enum(PROJECT_STATUSES),
    createdBy: z
      .string()
      .meta({
        pattern: `${idPattern("user")}|${idPattern("serviceAccount")}`,
        description:
          "The ID of the user or of the service account that created the project; null after the account was deleted.",
      })
      .nullable(),
    ownerId: idOf("user")
      .nullable()
      .describe(
        "The ID of the member who owns the project; null without an owner.",
      ),
    owner: z
      .object({
        name: z.string(),
        avatarUrl: z.string().nullable(),
      })
      .nullable()
      .describe(
        "The owner; null without an owner, or if you cannot see the members.",
      ),
    isFavourite: z
      .boolean()
      .describe("Whether you marked the project as a favourite."),
    isFrozen: z
      .boolean()
      .describe(
        "Whether the project is read-only, because the organization has more projects than its plan allows.",
      ),
    createdAt: moment,
    updatedAt: moment,
  }),
);

export type Project = z.infer<typeof projectShape>;

// In the fields of a query, Drizzle writes columns without their table, which the subqueries would not find.
/** The condition that joins a project to its owner. */
export const isOwner = eq(users.id, projects.ownerId);

/** The columns of a project, those of its owner, who is joined, and whether the given user marked it as a favourite. */
export function projectFields(userId: Placeholder) {
  return {
    ...getTableColumns(projects),
    ownerName: sql<string | null>`${users.name}`.mapWith(String),
    ownerAvatar: sql<string | null>`${users.avatarUrl}`.mapWith(String),
    isFavourite: sql<boolean>`exists (
      select 1 from project_favourites as f
      where f.user_id = ${userId} and f.org_id = projects.org_id and f.project_id = projects.id)`.mapWith(
      Boolean,
    ),
  };
}

export type ProjectRow = typeof projects.$inferSelect & {
  ownerName: string | null;
  ownerAvatar: string | null;
  isFavourite: boolean;
};

export function toProject(
  row: ProjectRow,
  { grants }: Pick<Caller, "grants">,
): Project {
  const { id, name, description, status, ownerId, isFrozen } = row;
  const owner =
    row.ownerName !== null && can(grants, "member:read")
      ? { name: row.ownerName, avatarUrl: row.ownerAvatar }
      : null;
  return {
    id,
    name,
    description,
    status,
    createdBy: row.createdBy ?? row.createdByAccount,
    ownerId,
    owner,
    isFavourite: row.isFavourite,
    isFrozen,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  };
}
