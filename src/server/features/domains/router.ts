import { z } from "zod";
import { domainField } from "#shared/domain";
import { pageFields, roleField } from "#shared/fields";
import { orgInput, pageFrom, pageOf } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import { roleProcedure, router, userProcedure } from "#server/rpc/trpc";
import { acceptedShape } from "#server/features/invitations/schemas";
import { joinByDomain, listJoinable } from "./join";
import { addDomain, listDomains, removeDomain, setDomainRole } from "./service";
import { domainShape, joinableShape } from "./schemas";
import { verifyDomain } from "./verify";

const collection = "/organizations/{org}/domains";
const member = "/organizations/{org}/domains/{id}";
const id = z.string().min(1).max(64);

export const domainsRouter = router({
  list: roleProcedure("organization:update")
    .meta(
      rest("GET", collection, {
        summary:
          "List the organization's domains, with the records that prove them",
      }),
    )
    .input(orgInput(pageFields("domain")))
    .output(pageOf(domainShape))
    .query(async ({ ctx, input }) =>
      pageFrom(await listDomains(ctx.db), input),
    ),

  add: roleProcedure("organization:update")
    .meta(
      rest("POST", collection, {
        summary: "Add a domain, which the record in the answer proves",
        status: 201,
      }),
    )
    .input(orgInput({ domain: domainField }))
    .output(domainShape)
    .mutation(({ ctx, input }) => addDomain(ctx.db, ctx.caller, input.domain)),

  verify: roleProcedure("organization:update")
    .meta(
      rest("POST", `${member}/verify`, {
        summary: "Look for the domain's record in the DNS",
        repeatable: true,
      }),
    )
    .input(orgInput({ id }))
    .output(domainShape)
    .mutation(({ ctx, input }) => verifyDomain(ctx.db, ctx.services, input.id)),

  update: roleProcedure("organization:update")
    .meta(
      rest("PUT", member, {
        summary: "Choose what people with an address at the domain join as",
        description:
          "With a role, whoever makes an account with a confirmed address at the verified domain is a member at once, and others may join. With `null` nobody joins by themselves. It takes invitation:create, and no role gives more than the caller's own; admin is none of them.",
      }),
    )
    .input(orgInput({ id, role: roleField.nullable() }))
    .output(domainShape)
    .mutation(({ ctx, input }) =>
      setDomainRole(ctx.db, ctx.caller, input.id, input.role),
    ),

  remove: roleProcedure("organization:update")
    .meta(
      rest("DELETE", member, {
        summary: "Remove a domain; members stay members",
        status: 204,
      }),
    )
    .input(orgInput({ id }))
    .output(z.void())
    .mutation(({ ctx, input }) => removeDomain(ctx.db, input.id)),

  joinable: userProcedure
    .meta(
      rest("GET", "/auth/joinable-organizations", {
        summary: "List the organizations that your address lets you join",
      }),
    )
    .input(z.strictObject(pageFields("domain")).optional())
    .output(pageOf(joinableShape))
    .query(async ({ ctx, input }) =>
      pageFrom(await listJoinable(ctx.db, ctx.user, ctx.services.now()), input),
    ),

  join: userProcedure
    .meta(
      rest("POST", "/auth/joinable-organizations/{id}/join", {
        summary: "Join an organization that your address lets you join",
      }),
    )
    .input(z.strictObject({ id }))
    .output(acceptedShape)
    .mutation(({ ctx, input }) =>
      joinByDomain(ctx.db, ctx.work, ctx.user, input.id),
    ),
});
