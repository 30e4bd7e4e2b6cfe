import { z } from "zod";
import { domainField } from "#shared/domain";
import { pageFields, roleField, tokenField } from "#shared/fields";
import { orgInput, pageFrom, pageOf } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import {
  publicProcedure,
  roleProcedure,
  router,
  userProcedure,
} from "#server/rpc/trpc";
import { acceptedShape } from "../schemas";
import { joinByLink, previewLink } from "./join";
import { createLink, listLinks, MOST_LINKS, revokeLink } from "./service";
import { linkPreviewShape, linkShape, newLinkShape } from "./schemas";

const collection = "/organizations/{org}/invitation-links";
const token = z.strictObject({ token: tokenField });

export const linksRouter = router({
  list: roleProcedure("invitation:read")
    .meta(
      rest("GET", collection, {
        summary:
          "List the invitation links that were not revoked, newest first",
      }),
    )
    .input(orgInput(pageFields("link")))
    .output(pageOf(linkShape))
    .query(async ({ ctx, input }) => pageFrom(await listLinks(ctx.db), input)),

  create: roleProcedure("invitation:create")
    .meta(
      rest("POST", collection, {
        summary: "Make a link that lets in whoever has it",
        description: `Its address is in this answer and nowhere else. It holds until it expires, was used as often as it may be, is revoked, or whoever made it may not invite any more. It gives no more than the caller's own rights, and never the admin role. At most ${MOST_LINKS} work at a time.`,
        status: 201,
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
        summary: "Revoke an invitation link; whoever joined by it stays",
        status: 204,
      }),
    )
    .input(orgInput({ id: z.string().min(1).max(64) }))
    .output(z.void())
    .mutation(({ ctx, input }) => revokeLink(ctx.db, input.id)),

  preview: publicProcedure
    .meta(
      rest("POST", "/invitation-links/preview", {
        summary: "Show what an invitation link is for",
        limit: "token",
        open: true,
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
      }),
    )
    .input(token)
    .output(acceptedShape)
    .mutation(({ ctx, input }) =>
      joinByLink(ctx.db, ctx.work, ctx.user, input.token),
    ),
});
