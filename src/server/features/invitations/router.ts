import { rule } from "#shared/rules";
import { z } from "zod";
import { emailField, pageFields, roleField, tokenField } from "#shared/fields";
import { MESSAGE_LENGTH } from "#shared/message-text";
import { orgInput, pageFrom, pageOf, idField } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import {
  publicProcedure,
  roleProcedure,
  router,
  userProcedure,
} from "#server/rpc/trpc";
import {
  acceptInvitation,
  acceptReceived,
  declineInvitation,
  declineReceived,
  listReceived,
  previewInvitation,
} from "./respond";
import {
  BULK_ACTIONS,
  MAX_INVITATIONS,
  SKIP_REASONS,
  updateInvitations,
} from "./bulk";
import { copyLink } from "./copy-link";
import { listInvitations } from "./list";
import {
  inviteMember,
  inviteMembers,
  resendInvitation,
  revokeInvitation,
} from "./service";
import {
  acceptedShape,
  copiedLinkShape,
  invitationShape,
  type Invitee,
  listedShape,
  invitedShape,
  previewShape,
  receivedShape,
  sentShape,
} from "./schemas";

const collection = "/organizations/{org}/invitations";
const member = "/organizations/{org}/invitations/{id}";
const id = idField("invitation");
const token = z.strictObject({ token: tokenField });
const statuses = z.enum([
  "pending",
  "accepted",
  "declined",
  "revoked",
  "expired",
  // Selects the invitations that can be resent or revoked: pending or expired ones that no newer invitation has
  // replaced.
  "open",
  // Selects those of them that have expired.
  "openExpired",
]);
const message = z
  .string()
  .max(MESSAGE_LENGTH, rule("TOO_LONG"))
  .describe(
    "A personal message, as plain text. Links and addresses are removed. Paid plans only.",
  );

export const invitationsRouter = router({
  list: roleProcedure("invitation:read")
    .meta(
      rest("GET", collection, {
        summary: "List invitations, newest first",
        description:
          "`open` selects the invitations that can be resent or revoked, and `openExpired` those of them that have expired. `q` is a part of the email address. A token is never in the list.",
      }),
    )
    .input(
      orgInput({
        ...pageFields("invitation"),
        status: statuses.optional(),
        q: z.string().max(200).optional(),
      }),
    )
    .output(pageOf(listedShape))
    .query(({ ctx, input }) => listInvitations(ctx.db, input)),

  create: roleProcedure("invitation:create")
    .meta(
      rest("POST", collection, {
        summary: "Invite one person (`email`) or several (`emails`)",
        status: 201,
        statusWith: [200, "sent"],
        description:
          "With `email`, the response is 201 with the invitation. With `emails`, it is 200 with those that were sent and those that were skipped. An entry of `emails` can have a role of its own; an address that is listed twice gets the first one. You cannot give a role that grants more than your own.",
        reasons: [
          "ROLE_NOT_FOUND",
          "STEWARD_MISSING",
          "ALREADY_MEMBER",
          "ALREADY_INVITED",
          "SEAT_LIMIT",
          "FEATURE_NOT_IN_PLAN",
        ],
      }),
    )
    .input(
      orgInput({
        email: emailField.optional(),
        emails: z
          .array(
            z.union([
              z.string().max(320),
              z.strictObject({ email: z.string().max(320), role: roleField }),
            ]),
          )
          .min(1)
          .max(100)
          .optional(),
        role: roleField,
        message: message.optional(),
      }).refine(
        ({ email, emails }) => (email === undefined) !== (emails === undefined),
        {
          path: ["email"],
          message: rule("EXACTLY_ONE"),
          params: { fields: ["email", "emails"] },
        },
      ),
    )
    .output(z.union([invitedShape, sentShape]))
    .mutation(({ ctx, input: { email, emails = [], role, message: text } }) =>
      email === undefined
        ? inviteMembers(ctx.db, ctx.caller, ctx.services, {
            invitees: emails.map((entry) => toInvitee(entry, role)),
            message: text,
          })
        : inviteMember(ctx.db, ctx.caller, ctx.services, { email, role }, text),
    ),

  resend: roleProcedure("invitation:create")
    .meta(
      rest("POST", `${member}/resend`, {
        summary:
          "Resend an invitation with a new link, which replaces the old ones",
        description:
          "Copied links stop working too. A personal message stays only if you sent the invitation. With `role`, the invitation gets that role. Needs `invitation:revoke`, or the permissions of the role.",
        reasons: [
          "NOT_FOUND",
          "ROLE_NOT_FOUND",
          "STEWARD_MISSING",
          "SEAT_LIMIT",
        ],
      }),
    )
    .input(orgInput({ id, role: roleField.optional() }))
    .output(sentShape)
    .mutation(({ ctx, input }) =>
      resendInvitation(ctx.db, ctx.caller, ctx.services, input.id, input.role),
    ),

  copyLink: roleProcedure("invitation:create")
    .meta(
      rest("POST", `${member}/link`, {
        summary: "Create a link to an invitation, to pass it on yourself",
        status: 201,
        description:
          "Only this response has the URL. It replaces the link that was created before; the mailed link stays valid. Only the invited address can accept, and a new user must verify it by mail first. Needs the permissions of the role. After the invitation has expired, the response is 409 RESEND_FIRST.",
        reasons: ["NOT_FOUND", "RESEND_FIRST"],
      }),
    )
    .input(orgInput({ id }))
    .output(copiedLinkShape)
    .mutation(({ ctx, input }) => copyLink(ctx.db, ctx.caller, input.id)),

  updateMany: roleProcedure("invitation:create", { or: "invitation:revoke" })
    .meta(
      rest("POST", `${collection}/bulk`, {
        summary: "Resend or revoke many invitations",
        description: `At most ${MAX_INVITATIONS} invitations. Those that you cannot resend now are in \`skipped\`; those that are not pending are ignored. Any other error, such as 402 SEAT_LIMIT, refuses the whole call.`,
        withoutWriteBudget: true,
        reasons: ["STEWARD_MISSING", "SEAT_LIMIT"],
      }),
    )
    .input(
      orgInput({
        ids: z.array(id).min(1).max(MAX_INVITATIONS),
        action: z.enum(BULK_ACTIONS),
      }),
    )
    .output(
      z.object({
        done: z.array(z.string()),
        skipped: z.array(
          z.object({ id: z.string(), reason: z.enum(SKIP_REASONS) }),
        ),
      }),
    )
    .mutation(({ ctx, input: { ids, action } }) =>
      updateInvitations(ctx.db, ctx.caller, ctx.services, { ids, action }),
    ),

  revoke: roleProcedure("invitation:revoke")
    .meta(
      rest("DELETE", member, {
        summary: "Revoke an invitation",
        status: 204,
        description: "The mailed link and copied links stop working.",
        reasons: ["NOT_FOUND"],
      }),
    )
    .input(orgInput({ id }))
    .output(z.void())
    .mutation(({ ctx, input }) => revokeInvitation(ctx.db, input.id)),

  preview: publicProcedure
    .meta(
      rest("POST", "/invitations/preview", {
        summary: "Preview an invitation",
        limit: "token",
        open: true,
        description:
          "Needs no account. The response is the same for an unknown, used, revoked and expired token.",
        reasons: ["INVITATION_INVALID"],
      }),
    )
    .input(token)
    .output(previewShape)
    .mutation(({ ctx, input }) =>
      previewInvitation(ctx.db, input.token, ctx.services.now()),
    ),

  accept: userProcedure
    .meta(
      rest("POST", "/invitations/accept", {
        summary: "Accept an invitation",
        limit: "token",
        repeatable: true,
        description:
          "You need the invited address; for a copied link, it must be verified. Repeating it as the same member changes nothing.",
        reasons: [
          "INVITATION_INVALID",
          "WRONG_ACCOUNT",
          "EMAIL_NOT_VERIFIED",
          "SEAT_LIMIT",
        ],
      }),
    )
    .input(token)
    .output(acceptedShape)
    .mutation(({ ctx, input }) =>
      acceptInvitation(ctx.db, ctx.work, ctx.user, input.token),
    ),

  decline: userProcedure
    .meta(
      rest("POST", "/invitations/decline", {
        summary: "Decline an invitation",
        limit: "token",
        withoutWriteBudget: true,
        description:
          "You need the invited address; for a copied link, it must be verified.",
        reasons: ["INVITATION_INVALID", "WRONG_ACCOUNT", "EMAIL_NOT_VERIFIED"],
      }),
    )
    .input(token)
    .output(invitationShape)
    .mutation(({ ctx, input }) =>
      declineInvitation(ctx.db, ctx.work, ctx.user, input.token),
    ),

  received: userProcedure
    .meta(
      rest("GET", "/auth/invitations", {
        summary: "List the invitations you received",
        description: "Pending invitations to your verified address.",
      }),
    )
    .input(z.strictObject(pageFields("invitation")).optional())
    .output(pageOf(receivedShape))
    .query(async ({ ctx, input }) =>
      pageFrom(await listReceived(ctx.db, ctx.user, ctx.services.now()), input),
    ),

  acceptReceived: userProcedure
    .meta(
      rest("POST", "/auth/invitations/{id}/accept", {
        summary: "Accept an invitation you received",
        repeatable: true,
        description: "You need a verified address.",
        reasons: ["INVITATION_INVALID", "EMAIL_NOT_VERIFIED", "SEAT_LIMIT"],
      }),
    )
    .input(z.strictObject({ id }))
    .output(acceptedShape)
    .mutation(({ ctx, input }) =>
      acceptReceived(ctx.db, ctx.work, ctx.user, input.id),
    ),

  declineReceived: userProcedure
    .meta(
      rest("POST", "/auth/invitations/{id}/decline", {
        summary: "Decline an invitation you received",
        withoutWriteBudget: true,
        description: "You need a verified address.",
        reasons: ["INVITATION_INVALID", "EMAIL_NOT_VERIFIED"],
      }),
    )
    .input(z.strictObject({ id }))
    .output(invitationShape)
    .mutation(({ ctx, input }) =>
      declineReceived(ctx.db, ctx.work, ctx.user, input.id),
    ),
});

function toInvitee(entry: string | Invitee, role: string): Invitee {
  return typeof entry === "string" ? { email: entry, role } : entry;
}
