import { z } from "zod";
import { idPattern } from "#shared/id";
import { PROJECT_STATUSES, type projects } from "./table";
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

export function toProject(row: typeof projects.$inferSelect): Project {
  const { id, name, description, status, isFrozen } = row;
  return {
    id,
    name,
    description,
    status,
    createdBy: creatorOf(row),
    isFrozen,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  };
}

/** Returns the id of the user or of the service account that created a project. */
export function creatorOf({
  createdBy,
  createdByAccount,
}: Pick<typeof projects.$inferSelect, "createdBy" | "createdByAccount">):
  string | null {
  return createdBy ?? createdByAccount;
}
