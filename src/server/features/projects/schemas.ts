import { z } from "zod";
import type { projects } from "./table";
import { iso } from "#server/kernel/inputs";

export const projectShape = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  status: z.enum(["active", "archived"]),
  createdBy: z.string().nullable(),
  /** Whether the project is read-only, because the organization has more projects than its plan allows. */
  isFrozen: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});

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
