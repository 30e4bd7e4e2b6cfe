import { z } from "zod";
import { membershipShape } from "#server/features/members/schemas";
import { iso } from "#server/kernel/inputs";
import { roleNameOf } from "#server/core/roles/grants";
import type { InvitationStatus } from "./table";
import { idOf, moment, named, roleId } from "#server/kernel/shapes";

export const invitationShape = named(
  "Invitation",
  z.object({
    id: idOf("invitation"),
    email: z.string(),
    role: roleId,
    roleName: z.string(),
    status: z.enum(["pending", "accepted", "declined", "revoked", "expired"]),
    expiresAt: moment,
    invitedBy: z.string().describe("The name of the inviter."),
    createdAt: moment,
  }),
);

export type Invitation = z.infer<typeof invitationShape>;

/** An invitation with the fields that its organization can see. */
export const sentShape = named(
  "SentInvitation",
  invitationShape.extend({
    isSent: z
      .boolean()
      .describe(
        "False when the last mail was not delivered: the email address received too many invitations that day, or its server refused the mail. Resend the invitation later.",
      ),
  }),
);

export const listedShape = named(
  "ListedInvitation",
  sentShape.extend({
    isVoid: z
      .boolean()
      .describe(
        "Whether the invitation does not work because the inviter can no longer give the role. Another member can resend it.",
      ),
  }),
);

/** The result of inviting several email addresses. */
export const invitedShape = named(
  "InvitationsSent",
  z.object({
    sent: z.array(sentShape),
    skipped: z.array(
      z.object({
        email: z.string(),
        reason: z.enum([
          "ALREADY_MEMBER",
          "ALREADY_INVITED",
          "INVALID_EMAIL",
          "RATE_LIMITED",
        ]),
      }),
    ),
  }),
);

/** An email address to invite, with the role that it gets. */
export interface Invitee {
  email: string;
  role: string;
}

export type Invited = z.infer<typeof invitedShape>;

const message = z
  .string()
  .nullable()
  .describe("The inviter's personal message, without links.");

export const previewShape = named(
  "InvitationPreview",
  z.object({
    organization: z.object({
      name: z.string(),
      logoUrl: z.string().nullable(),
    }),
    email: z.string(),
    role: roleId,
    roleName: z.string(),
    invitedBy: z.string(),
    expiresAt: moment,
    message,
    provesAddress: z
      .boolean()
      .describe(
        "Whether a new user who signs up with the token needs no verification mail. False for a copied link.",
      ),
    accountExists: z
      .boolean()
      .describe(
        "Whether the invited address has an account. Always false for a copied link, because its holder may be another person.",
      ),
    requiresTwoFactor: z
      .boolean()
      .describe(
        "Whether the organization requires two-factor authentication, now or from a later day on. Users can join without two-factor authentication.",
      ),
  }),
);

/** The new membership and its organization. */
export const acceptedShape = named(
  "JoinedMembership",
  membershipShape.extend({
    organization: z.object({
      id: idOf("organization"),
      name: z.string(),
      slug: z.string(),
    }),
  }),
);

/** An invitation with the fields that the invited user can see. */
export const receivedShape = named(
  "ReceivedInvitation",
  z.object({
    id: idOf("invitation"),
    organization: z.object({
      name: z.string(),
      logoUrl: z.string().nullable(),
    }),
    role: roleId,
    roleName: z.string(),
    invitedBy: z.string(),
    expiresAt: moment,
    message,
  }),
);

/** The link of an invitation. No later call returns it, because the database stores only a hash of its token. */
export const copiedLinkShape = named(
  "CopiedInvitationLink",
  z.object({ url: z.string(), expiresAt: moment }),
);

export interface InvitationRow {
  id: string;
  email: string;
  role: string;
  /** The name of the role if it is a custom role; null for a built-in role. */
  customName: string | null;
  status: InvitationStatus | "expired";
  expiresAt: number;
  createdAt: number;
}

export function toInvitation(
  row: InvitationRow,
  invitedBy: string,
  now: number,
): Invitation {
  const { id, email, role, status, expiresAt, createdAt } = row;
  return {
    id,
    email,
    role,
    roleName: roleNameOf(role, row.customName),
    status: status === "pending" && expiresAt <= now ? "expired" : status,
    expiresAt: iso(expiresAt),
    invitedBy,
    createdAt: iso(createdAt),
  };
}

export function toSentInvitation(
  row: InvitationRow & { notSentAt: number | null },
  invitedBy: string,
  now: number,
) {
  const isSent = row.notSentAt === null;
  return { ...toInvitation(row, invitedBy, now), isSent };
}
