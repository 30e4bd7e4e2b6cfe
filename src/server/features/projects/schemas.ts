import { z } from "zod";
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
    createdBy: idOf("user").nullable(),
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
  const { id, name, description, status, createdBy, isFrozen } = row;
  return {
    id,
    name,
    description,
    status,
    createdBy,
    isFrozen,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  };
}
