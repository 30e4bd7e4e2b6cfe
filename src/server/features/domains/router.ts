import { z } from "zod";
import { domainField } from "#shared/domain";
import { pageFields, roleField } from "#shared/fields";
import { orgInput, pageFrom, pageOf, idField } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import { roleProcedure, router, userProcedure } from "#server/rpc/trpc";
import { acceptedShape } from "#server/features/invitations/schemas";
import { joinByDomain, listJoinable } from "./join";
import { addDomain, listDomains, removeDomain, setDomainRole } from "./service";
import { domainShape, joinableShape } from "./schemas";
import { verifyDomain } from "./verify";

const collection = "/organizations/{org}/domains";
const member = "/organizations/{org}/domains/{id}";
const id = idField("domain");

export const domainsRouter = router({
  list: roleProcedure("organization:update")
    .meta(
      rest("GET", collection, {
        summary: "List the domains of an organization and their DNS records",
        description: "`status` says whether the DNS record was found.",
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
        summary:
          "Add a domain; the response has the DNS record that verifies it",
        status: 201,
        description:
          "Nothing changes until the domain is verified. Domains of public mail providers are refused.",
        reasons: ["DOMAIN_EXISTS", "DOMAIN_LIMIT"],
      }),
    )
    .input(orgInput({ domain: domainField }))
    .output(domainShape)
    .mutation(({ ctx, input }) => addDomain(ctx.db, ctx.caller, input.domain)),

  verify: roleProcedure("organization:update")
    .meta(
      rest("POST", `${member}/verify`, {
        summary: "Verify a domain by its DNS record",
        repeatable: true,
        description:
          "Looks up the record now. One organization can have a domain verified.",
        reasons: [
          "NOT_FOUND",
          "DOMAIN_NOT_PROVEN",
          "DOMAIN_TAKEN",
          "DNS_FAILED",
        ],
      }),
    )
    .input(orgInput({ id }))
    .output(domainShape)
    .mutation(({ ctx, input }) => verifyDomain(ctx.db, ctx.services, input.id)),

  update: roleProcedure("organization:update")
    .meta(
      rest("PUT", member, {
        summary: "Set the role that people join with by their email domain",
        description:
          "With a role, new users with a confirmed email address at the verified domain become members at once, and existing users can join. `null` switches this off. Needs `invitation:create`. The role cannot be admin or grant more than your own role.",
        reasons: ["NOT_FOUND", "ROLE_NOT_FOUND"],
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
        summary: "Remove a domain; its members stay",
        status: 204,
        description: "New members can no longer join by the domain.",
        reasons: ["NOT_FOUND"],
      }),
    )
    .input(orgInput({ id }))
    .output(z.void())
    .mutation(({ ctx, input }) => removeDomain(ctx.db, input.id)),

  joinable: userProcedure
    .meta(
      rest("GET", "/auth/joinable-organizations", {
        summary:
          "List the organizations that you can join by your email domain",
        description: "For users with a verified address.",
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
        summary: "Join an organization by your email domain",
        description: "`{id}` is the ID of the domain in the list.",
        reasons: ["NOT_FOUND", "EMAIL_NOT_VERIFIED", "SEAT_LIMIT"],
      }),
    )
    .input(z.strictObject({ id }))
    .output(acceptedShape)
    .mutation(({ ctx, input }) =>
      joinByDomain(ctx.db, ctx.work, ctx.user, input.id),
    ),
});
