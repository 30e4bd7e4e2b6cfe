import { z } from "zod";
import { PLAN_NAMES, type Plan } from "#shared/plans";
import { iso } from "#server/kernel/inputs";

export const organizationShape = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  logoUrl: z.string().nullable(),
  plan: z.enum(PLAN_NAMES),
  /** The name of a built-in role, or the id of a custom role. */
  role: z.string(),
  roleName: z.string(),
  createdAt: z.string(),
  /** When the name, slug, logo, settings or two-factor policy last changed. */
  updatedAt: z.string(),
});

export const twoFactorPolicyShape = z.object({
  required: z.boolean(),
  /** When members without two-factor authentication lose access; null when the organization does not require it. */
  from: z.string().nullable(),
  /** Whether members without two-factor authentication have lost access already, by the server's clock. */
  isInForce: z.boolean(),
  members: z.number(),
  /** The number of members without two-factor authentication. */
  lacking: z.number(),
  /** Whether the caller uses two-factor authentication. */
  callerHolds: z.boolean(),
});

export type TwoFactorPolicy = z.infer<typeof twoFactorPolicyShape>;

export type Organization = z.infer<typeof organizationShape>;

export interface OrganizationRow {
  id: string;
  name: string;
  slug: string;
  logoUrl: string | null;
  plan: Plan;
  createdAt: number;
  updatedAt: number;
}

export type CallerRole = Pick<Organization, "role" | "roleName">;

export function toOrganization(
  row: OrganizationRow,
  { role, roleName }: CallerRole,
): Organization {
  const { id, name, slug, logoUrl, plan } = row;
  const times = {
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  };
  return { id, name, slug, logoUrl, plan, role, roleName, ...times };
}
