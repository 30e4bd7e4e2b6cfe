import { z } from "zod";
import { PLAN_NAMES, type Plan } from "#shared/plans";
import { iso } from "#server/kernel/inputs";
import { idOf, moment, named, roleId } from "#server/kernel/shapes";

export const organizationShape = named(
  "Organization",
  z.object({
    id: idOf("organization"),
    name: z.string(),
    slug: z.string(),
    logoUrl: z.string().nullable(),
    plan: z.enum(PLAN_NAMES),
    role: roleId.describe(
      "The name of a built-in role, or the id of a custom role.",
    ),
    roleName: z.string(),
    createdAt: moment,
    updatedAt: moment.describe(
      "When the name, slug, logo, settings or two-factor policy last changed.",
    ),
  }),
);

export const twoFactorPolicyShape = named(
  "TwoFactorPolicy",
  z.object({
    required: z.boolean(),
    from: moment
      .nullable()
      .describe(
        "When members without two-factor authentication lose access; null when the organization does not require it.",
      ),
    isInForce: z
      .boolean()
      .describe(
        "Whether members without two-factor authentication have lost access already, by the server's clock.",
      ),
    members: z.int(),
    lacking: z
      .int()
      .describe("The number of members without two-factor authentication."),
    callerHolds: z
      .boolean()
      .describe("Whether the caller uses two-factor authentication."),
  }),
);

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

export const slugCheckShape = named(
  "SlugCheck",
  z.object({
    isAvailable: z.boolean(),
    suggestion: z
      .string()
      .nullable()
      .describe(
        "An available slug that is similar to a taken one; null if the slug is available, or if none was found.",
      ),
  }),
);
