import { z } from "zod";
import { pageFields, roleField } from "../../../shared/fields";
import type { Grants } from "../../../shared/permissions";
import { orgInput, pageOf } from "../../inputs";
import { rest } from "../../rest/meta";
import { roleProcedure, router } from "../../trpc";
import { listMembers, MEMBER_STATUSES } from "./list";
import { changeRole, getMember, removeMember } from "./service";
import { membershipShape } from "./shapes";
import { reactivateMember, suspendMember, type Suspender } from "./suspension";

const member = "/organizations/{org}/members/{userId}";
const userId = z.string().min(1).max(64);

export const membersRouter = router({
  list: roleProcedure("member:read")
    .meta(
      rest("GET", "/organizations/{org}/members", {
        summary: "List members, oldest first",
      }),
    )
    .input(
      orgInput({
        ...pageFields("membership"),
        q: z.string().max(200).optional(),
        role: roleField.optional(),
        status: z.enum(MEMBER_STATUSES).optional(),
      }),
    )
    .output(pageOf(membershipShape))
    .query(({ ctx, input }) => listMembers(ctx.db, input, input)),

  get: roleProcedure("member:read")
    .meta(rest("GET", member, { summary: "Read a member" }))
    .input(orgInput({ userId }))
    .output(membershipShape)
    .query(({ ctx, input }) => getMember(ctx.db, input.userId)),

  updateRole: roleProcedure("member:update")
    .meta(
      rest("PUT", member, {
        summary: "Change a member's role",
        description:
          "Taking the admin's role from somebody else wants a recent proof of who you are. With `was`, the role in which you saw them, a role that somebody else gave them since is not overwritten: the answer is 409 STALE, with `changedBy` and `changedAt`.",
      }),
    )
    .input(orgInput({ userId, role: roleField, was: roleField.optional() }))
    .output(membershipShape)
    .mutation(({ ctx, input }) =>
      changeRole(ctx.db, actorOf(ctx), input.userId, input),
    ),

  suspend: roleProcedure("member:update")
    .meta(
      rest("POST", `${member}/suspend`, {
        summary: "Suspend a member",
        description:
          "They keep their role and all that is theirs, and every call of theirs in the organization answers 403 MEMBERSHIP_SUSPENDED. Suspending another admin wants a recent proof of who you are.",
      }),
    )
    .input(orgInput({ userId }))
    .output(membershipShape)
    .mutation(({ ctx, input }) =>
      suspendMember(ctx.db, suspenderOf(ctx), input.userId),
    ),

  reactivate: roleProcedure("member:update")
    .meta(
      rest("POST", `${member}/reactivate`, {
        summary: "Let a suspended member in again",
      }),
    )
    .input(orgInput({ userId }))
    .output(membershipShape)
    .mutation(({ ctx, input }) =>
      reactivateMember(ctx.db, suspenderOf(ctx), input.userId),
    ),

  remove: roleProcedure("member:remove", { or: "member:leave" })
    .meta(
      rest("DELETE", member, {
        summary: "Remove a member, or leave",
        status: 204,
        withoutSecondFactor: isLeaving,
      }),
    )
    .input(orgInput({ userId }))
    .output(z.void())
    .mutation(({ ctx, input }) =>
      removeMember(ctx.db, actorOf(ctx), input.userId),
    ),
});

const namesMember = z.object({ userId });

/** Whoever is kept out may still go, and do nothing to others. */
function isLeaving(input: unknown, caller: string): boolean {
  return namesMember.safeParse(input).data?.userId === caller;
}

interface Acting {
  user: { id: string };
  organization: { name: string; slug: string; grants: Grants };
  session: { authenticatedAt: number };
}

function suspenderOf(
  ctx: Acting & { post: Suspender["post"]; services: Pick<Suspender, "links"> },
): Suspender {
  const { organization, post, services } = ctx;
  return { ...actorOf(ctx), organization, post, links: services.links };
}

function actorOf(ctx: Acting) {
  return {
    id: ctx.user.id,
    grants: ctx.organization.grants,
    authenticatedAt: ctx.session.authenticatedAt,
  };
}
