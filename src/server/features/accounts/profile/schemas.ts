import { z } from "zod";
import { organizationShape } from "#server/features/organizations/schemas";
import { userShape } from "../user";
import { idOf, moment, named, roleId, permission } from "#server/kernel/shapes";

export const contextShape = named(
  "AuthContext",
  z.object({
    user: userShape
      .nullable()
      .describe(
        "The signed-in user, or the owner of a personal API key; null with the key of a service account.",
      ),
    apiKey: z
      .object({
        id: idOf("apiKey"),
        name: z.string(),
        serviceAccount: z
          .object({ id: idOf("serviceAccount"), name: z.string() })
          .nullable()
          .describe("Null for a personal key."),
      })
      .nullable()
      .describe("The API key of the call; null in a session."),
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
    supportEmail: z
      .string()
      .nullable()
      .describe(
        "The address to which users of this installation write for help.",
      ),
  }),
);

export type AuthContext = z.infer<typeof contextShape>;
