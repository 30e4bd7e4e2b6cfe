import { z } from "zod";
import { PLAN_NAMES, type Plan } from "#shared/plans";
import { iso } from "#server/kernel/inputs";

export const organizationShape = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  logoUrl: z.string().nullable(),
  plan: z.enum(PLAN_NAMES),
  /** A built-in role, or the id of one that the organization made. */
  role: z.string(),
  roleName: z.string(),
  createdAt: z.string(),
  /** When its name, slug, logo, settings or second-factor rule were changed last. */
  updatedAt: z.string(),
});

/** Whether members need a second factor. */
export const twoFactorPolicyShape = z.object({
  required: z.boolean(),
  /** From when on members without one are kept out; null where none is required. */
  from: z.string().nullable(),
  /** Whether that moment has come, by the server's clock. */
  isInForce: z.boolean(),
  members: z.number(),
  /** How many of them have none. */
  lacking: z.number(),
  /** Whether whoever asks has one. */
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

/** The role that whoever asks has there. */
export type Held = Pick<Organization, "role" | "roleName">;

export function toOrganization(
  row: OrganizationRow,
  { role, roleName }: Held,
): Organization {
  const { id, name, slug, logoUrl, plan } = row;
  const times = {
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  };
  return { id, name, slug, logoUrl, plan, role, roleName, ...times };
}
