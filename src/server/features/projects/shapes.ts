import { z } from "zod";
import type { projects } from "./schema";
import { iso } from "../../inputs";

export const projectShape = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  status: z.enum(["active", "archived"]),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});

export type Project = z.infer<typeof projectShape>;

export function toProject(row: typeof projects.$inferSelect): Project {
  const { id, name, description, status, createdBy } = row;
  return {
    id,
    name,
    description,
    status,
    createdBy,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  };
}
