import { z } from "zod";
import { PERMISSIONS } from "#shared/permissions";
import { organizationShape } from "#server/features/organizations/schemas";
import { userShape } from "../user";

export const contextShape = z.object({
  user: userShape,
  organization: organizationShape
    .extend({
      /** Whether the member is read-only because the plan has no seat for them. */
      isFrozen: z.boolean(),
    })
    .nullable(),
  role: z.string().nullable(),
  permissions: z.array(z.enum(PERMISSIONS as [(typeof PERMISSIONS)[number]])),
  organizations: z.array(organizationShape),
  /** Whether the user has never been a member of an organization. */
  isNew: z.boolean(),
  /** From when the two-factor policy of the organization blocks the user; null when it does not concern them. */
  twoFactorDeadline: z.string().nullable(),
  /** Whether that moment has passed, by the server's clock: then every call in the organization except leaving is refused. */
  isBlockedByTwoFactorPolicy: z.boolean(),
});

export type AuthContext = z.infer<typeof contextShape>;
