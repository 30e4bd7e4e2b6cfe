import { rule } from "#shared/rules";
import { z } from "zod";
import { emailField, pageFields, roleField, tokenField } from "#shared/fields";
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
import { listInvitations } from "./list";
import {
  inviteMember,
  inviteMembers,
  resendInvitation,
  revokeInvitation,
} from "./service";
import {
  acceptedShape,
  invitationShape,
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
]);

export const invitationsRouter = router({
  list: roleProcedure("invitation:read")
    .meta(
      rest("GET", collection, {
        summary: "List invitations, newest first",
        description:
          "`open` selects the invitations that can be resent or revoked. A token is never in the list.",
      }),
    )
    .input(
      orgInput({ ...pageFields("invitation"), status: statuses.optional() }),
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
          "With `email`, the response is 201 with the invitation. With `emails`, it is 200 with those that were sent and those that were skipped. You cannot give a role that grants more than your own.",
        reasons: [
          "ROLE_NOT_FOUND",
          "STEWARD_MISSING",
          "ALREADY_MEMBER",
          "ALREADY_INVITED",
          "SEAT_LIMIT",
        ],
      }),
    )
    .input(
      orgInput({
        email: emailField.optional(),
        emails: z.array(z.string().max(320)).min(1).max(100).optional(),
        role: roleField,
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
    .mutation(({ ctx, input: { email, emails, role } }) =>
      email === undefined
        ? inviteMembers(ctx.db, ctx.caller, ctx.services, emails ?? [], role)
        : inviteMember(ctx.db, ctx.caller, ctx.services, email, role),
    ),

  resend: roleProcedure("invitation:create")
    .meta(
      rest("POST", `${member}/resend`, {
        summary:
          "Resend an invitation with a new link, which replaces the old one",
        description:
          "With `role`, the invitation gets that role. Needs `invitation:revoke`, or the permissions of the role.",
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

  revoke: roleProcedure("invitation:revoke")
    .meta(
      rest("DELETE", member, {
        summary: "Revoke an invitation",
        status: 204,
        description: "The link in the mail stops working.",
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
          "You need the invited address. Repeating it as the same member changes nothing.",
        reasons: ["INVITATION_INVALID", "WRONG_ACCOUNT", "SEAT_LIMIT"],
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
        description: "You need the invited address.",
        reasons: ["INVITATION_INVALID", "WRONG_ACCOUNT"],
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
