import { z } from "zod";
import { PERMISSIONS } from "#shared/permissions";
import { organizationShape } from "#server/features/organizations/schemas";
import { userShape } from "../user";

export const contextShape = z.object({
  user: userShape,
  organization: organizationShape
    .extend({
      /** Whether the member is read-only, because the plan of the organization has no seat for them. */
      isFrozen: z.boolean(),
    })
    .nullable(),
  role: z.string().nullable(),
  permissions: z.array(z.enum(PERMISSIONS as [(typeof PERMISSIONS)[number]])),
  organizations: z.array(organizationShape),
  /** Whether the user has never been a member of an organization. */
  isNew: z.boolean(),
  /** When the two-factor policy of the organization starts to block the user; null if it never does. */
  twoFactorDeadline: z.string().nullable(),
  /** Whether `twoFactorDeadline` has passed. Then every call in the organization is refused, except leaving it. */
  isBlockedByTwoFactorPolicy: z.boolean(),
});

export type AuthContext = z.infer<typeof contextShape>;
