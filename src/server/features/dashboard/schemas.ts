import { z } from "zod";
import { PAID_PLANS } from "#shared/plans";
import { idOf, moment, named, roleId } from "#server/kernel/shapes";
import { transferShape } from "#server/features/admin-transfers/schemas";
import { listedShape } from "#server/features/invitations/schemas";

const count = z.int().min(0);

/** The first three of several things, and how many there are. */
function dueShape<S extends z.ZodType>(shape: S) {
  return z.object({ count, first: z.array(shape) }).nullable();
}

export const attentionShape = named(
  "Attention",
  z.object({
    transfer: transferShape
      .nullable()
      .describe("The admin role that another member offers to you."),
    requests: z
      .object({ count })
      .nullable()
      .describe("The open requests of members for a role or a seat."),
    payment: z
      .object({
        plan: z.enum(PAID_PLANS),
        graceEndsAt: moment
          .nullable()
          .describe("When the plan ends; null when it has ended."),
      })
      .nullable()
      .describe("The last payment failed."),
    trial: z
      .object({ plan: z.enum(PAID_PLANS), endsAt: moment })
      .nullable()
      .describe("The trial ends within seven days."),
    readOnly: z
      .object({ members: count, projects: count })
      .nullable()
      .describe(
        "How many members and projects are read-only, because the limits of the plan are exceeded.",
      ),
    seats: z
      .object({ used: count, limit: count })
      .nullable()
      .describe("All seats are used. `used` includes the pending invitations."),
    invitations: dueShape(listedShape).describe(
      "The pending invitations that have expired or whose mail was not delivered.",
    ),
    twoFactor: z
      .object({
        from: moment.describe(
          "From this time members need two-factor authentication.",
        ),
        lacking: count.describe("The members without it."),
      })
      .nullable(),
    inactive: z
      .object({ days: count, count })
      .nullable()
      .describe("The members who were not active for this number of days."),
    roles: dueShape(z.object({ id: idOf("role"), name: z.string() })).describe(
      "The custom roles that no member, invitation or service account has.",
    ),
    keys: dueShape(
      z.object({
        id: idOf("apiKey"),
        name: z.string(),
        last4: z.string(),
        expiresAt: moment,
        isExpired: z.boolean(),
        owner: z.object({
          kind: z.enum(["user", "service"]),
          id: z.string(),
          name: z.string(),
        }),
      }),
    ).describe(
      "The API keys that expire within 14 days or have expired in the last seven days: your own keys, or all keys if you can manage keys.",
    ),
    serviceAccounts: dueShape(
      z.object({ id: idOf("serviceAccount"), name: z.string() }),
    ).describe("The service accounts without a steward."),
    domains: dueShape(
      z.object({
        id: idOf("domain"),
        domain: z.string(),
        status: z.enum(["failing", "lapsed"]),
        endsAt: moment,
      }),
    ).describe("The verified domains whose DNS record is missing."),
  }),
);

export type Attention = z.infer<typeof attentionShape>;

const memberShape = z.object({
  userId: idOf("user"),
  name: z.string(),
  avatarUrl: z.string().nullable(),
  role: roleId,
  roleName: z.string(),
  lastActiveAt: moment
    .nullable()
    .describe("null without the permission `member:update`."),
});

const projectShape = z.object({
  id: idOf("project"),
  name: z.string(),
  changedAt: moment,
  changedBy: z
    .string()
    .nullable()
    .describe(
      "The name of the member or of the service account; null when it is not known, or when you cannot see members.",
    ),
});

export const dashboardShape = named(
  "Dashboard",
  z.object({
    attention: attentionShape.describe(
      "What needs attention. A field is null when there is nothing to do, or when you do not have the permission to change it.",
    ),
    members: z
      .array(memberShape)
      .nullable()
      .describe(
        "The members who were active last; null when you cannot see members.",
      ),
    projects: z
      .array(projectShape)
      .nullable()
      .describe(
        "The active projects that were changed last, then the newest projects; null when you cannot see projects.",
      ),
  }),
);

export type Dashboard = z.infer<typeof dashboardShape>;
