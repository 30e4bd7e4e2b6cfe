import { z } from "zod";
import { organizationShape } from "#server/features/organizations/schemas";
import { userShape } from "../user";
import { moment, named, roleId, permission } from "#server/kernel/shapes";

export const contextShape = named(
  "AuthContext",
  z.object({
    user: userShape,
    organization: organizationShape
      .extend({
        isFrozen: z
          .boolean()
          .describe(
            "Whether the member is read-only, because the plan of the organization has no seat for them.",
          ),
      })
      .nullable(),
    role: roleId.nullable(),
    permissions: z.array(permission),
    organizations: z.array(organizationShape),
    isNew: z
      .boolean()
      .describe("Whether the user has never been a member of an organization."),
    twoFactorDeadline: moment
      .nullable()
      .describe(
        "When the two-factor policy of the organization starts to block the user; null if it never does.",
      ),
    isBlockedByTwoFactorPolicy: z
      .boolean()
      .describe(
        "Whether `twoFactorDeadline` has passed. Then every call in the organization is refused, except leaving it.",
      ),
  }),
);

export type AuthContext = z.infer<typeof contextShape>;
