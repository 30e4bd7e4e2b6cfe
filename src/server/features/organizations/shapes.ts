import { z } from "zod";
import { PLAN_NAMES, type Plan } from "../../../shared/plans";
import { iso } from "../../inputs";

export const organizationShape = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  logoUrl: z.string().nullable(),
  plan: z.enum(PLAN_NAMES),
  role: z.string(),
  createdAt: z.string(),
});

export type Organization = z.infer<typeof organizationShape>;

export interface OrganizationRow {
  id: string;
  name: string;
  slug: string;
  logoUrl: string | null;
  plan: Plan;
  createdAt: number;
}

export function toOrganization(
  row: OrganizationRow,
  role: string,
): Organization {
  const { id, name, slug, logoUrl, plan, createdAt } = row;
  return { id, name, slug, logoUrl, plan, role, createdAt: iso(createdAt) };
}
