import { z } from "zod";
import { domainField } from "#shared/domain";
import { pageFields, roleField, tokenField } from "#shared/fields";
import { orgInput, pageFrom, pageOf, idField } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import {
  publicProcedure,
  roleProcedure,
  router,
  userProcedure,
} from "#server/rpc/trpc";
import { acceptedShape } from "../schemas";
import { joinByLink, previewLink } from "./join";
import { createLink, listLinks, MAX_LINKS, revokeLink } from "./service";
import { linkPreviewShape, linkShape, newLinkShape } from "./schemas";

const collection = "/organizations/{org}/invitation-links";
const token = z.strictObject({ token: tokenField });

export const linksRouter = router({
  list: roleProcedure("invitation:read")
    .meta(
      rest("GET", collection, {
        summary: "List invitation links that are not revoked, newest first",
        description: "The URL of a link is never in the list.",
      }),
    )
    .input(orgInput(pageFields("link")))
    .output(pageOf(linkShape))
    .query(async ({ ctx, input }) => pageFrom(await listLinks(ctx.db), input)),

  create: roleProcedure("invitation:create")
    .meta(
      rest("POST", collection, {
        summary:
          "Create an invitation link that anyone who has it can join with",
        description: `Only this response has the URL. The link works until it expires, reaches \`maxUses\`, is revoked, or its creator can no longer invite. Its role cannot be admin or grant more than your own role. An organization has at most ${MAX_LINKS} working links.`,
        status: 201,
        reasons: ["ROLE_NOT_FOUND", "LINK_LIMIT"],
      }),
    )
    .input(
      orgInput({
        role: roleField,
        maxUses: z.int().min(1).max(10_000).nullable().optional(),
        domains: z.array(domainField).max(10).optional(),
        expiresInDays: z.int().min(1).max(90).default(7),
      }),
    )
    .output(newLinkShape)
    .mutation(({ ctx, input: { org: _, ...wanted } }) =>
      createLink(ctx.db, ctx.caller, wanted),
    ),

  revoke: roleProcedure("invitation:revoke")
    .meta(
      rest("DELETE", `${collection}/{id}`, {
        summary: "Revoke an invitation link; members who joined by it stay",
        status: 204,
        description: "The URL stops working.",
        reasons: ["NOT_FOUND"],
      }),
    )
    .input(orgInput({ id: idField("link") }))
    .output(z.void())
    .mutation(({ ctx, input }) => revokeLink(ctx.db, input.id)),

  preview: publicProcedure
    .meta(
      rest("POST", "/invitation-links/preview", {
        summary: "Preview an invitation link",
        limit: "token",
        open: true,
        description:
          "Needs no account. The response is the same for every link that does not work.",
        reasons: ["INVITATION_INVALID"],
      }),
    )
    .input(token)
    .output(linkPreviewShape)
    .mutation(({ ctx, input }) =>
      previewLink(ctx.db, input.token, ctx.services.now()),
    ),

  join: userProcedure
    .meta(
      rest("POST", "/invitation-links/join", {
        summary: "Join an organization by its invitation link",
        limit: "token",
        repeatable: true,
        description:
          "You need a verified address, at one of the domains of the link if it has some.",
        reasons: [
          "INVITATION_INVALID",
          "EMAIL_NOT_VERIFIED",
          "WRONG_ACCOUNT",
          "MEMBERSHIP_SUSPENDED",
          "SEAT_LIMIT",
        ],
      }),
    )
    .input(token)
    .output(acceptedShape)
    .mutation(({ ctx, input }) =>
      joinByLink(ctx.db, ctx.work, ctx.user, input.token),
    ),
});
