import { z } from "zod";
import { idPattern } from "#shared/id";
import { idOf, moment, named, roleId } from "#server/kernel/shapes";
import { PERSON_KINDS, PERSON_STATUSES } from "./filter";

const onlyMembers = "null for an invitation";
const onlyInvitations = "null for a member";

export const personShape = named(
  "Person",
  z.object({
    kind: z.enum(PERSON_KINDS),
    id: z
      .string()
      .meta({ pattern: `${idPattern("user")}|${idPattern("invitation")}` })
      .describe("The ID of the user or of the invitation."),
    name: z.string().nullable().describe(`The name; ${onlyMembers}.`),
    email: z.string(),
    avatarUrl: z.string().nullable(),
    role: roleId,
    roleName: z.string(),
    status: z
      .enum(PERSON_STATUSES)
      .describe(
        "`readOnly` members have no seat. `expired` invitations can be sent again.",
      ),
    suspendedAt: moment
      .nullable()
      .describe(
        `When the member was suspended; null if the member is not suspended.`,
      ),
    joinedAt: moment
      .nullable()
      .describe(`When the member joined; ${onlyMembers}.`),
    invitedAt: moment
      .nullable()
      .describe(`When the invitation was sent first; ${onlyInvitations}.`),
    expiresAt: moment
      .nullable()
      .describe(`When the invitation expires; ${onlyInvitations}.`),
    invitedBy: z
      .object({
        userId: idOf("user")
          .nullable()
          .describe("null when a service account sent the invitation."),
        name: z.string(),
      })
      .nullable()
      .describe("Who sent the invitation; null when it is not known."),
    isSent: z
      .boolean()
      .nullable()
      .describe(
        `Whether the last mail of the invitation was delivered; ${onlyInvitations}.`,
      ),
    isVoid: z
      .boolean()
      .nullable()
      .describe(
        `Whether the invitation does not work because the inviter can no longer give the role; ${onlyInvitations}.`,
      ),
    lastActiveAt: moment
      .nullable()
      .describe(
        `When the member last used the organization in a session, to the hour; ${onlyMembers}, and without the permission \`member:update\`.`,
      ),
    hasTwoFactor: z
      .boolean()
      .nullable()
      .describe(
        `Whether the member has two-factor authentication; ${onlyMembers}, and without the permission \`member:update\`.`,
      ),
    projects: z
      .int()
      .min(0)
      .nullable()
      .describe(
        `How many projects the member owns; ${onlyMembers}, and without the permission \`project:read\`.`,
      ),
  }),
);

export type Person = z.infer<typeof personShape>;
export type Inviter = Person["invitedBy"];

const JOINED_BY = ["invitation", "link", "domain", "creation"] as const;
export type JoinedBy = (typeof JOINED_BY)[number];

export const personDetailsShape = named(
  "PersonDetails",
  personShape.extend({
    joinedBy: z
      .enum(JOINED_BY)
      .nullable()
      .describe(
        "How the member joined: `creation` means that they created the organization. null when it is not known any more.",
      ),
  }),
);

export type PersonDetails = z.infer<typeof personDetailsShape>;
