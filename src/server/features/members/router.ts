import { z } from "zod";
import { pageFields, roleField } from "#shared/fields";
import { orgInput, pageOf } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import { roleProcedure, router } from "#server/rpc/trpc";
import {
  BULK_ACTIONS,
  MOST_MEMBERS,
  SKIP_REASONS,
  updateMembers,
} from "./bulk";
import { reassignProjects } from "./reassign-projects";
import { listMembers, MEMBER_STATUSES } from "./list";
import { changeRole, getMember, removeMember } from "./service";
import { membershipShape } from "./schemas";
import { reactivateMember, suspendMember } from "./suspension";

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
        withoutWriteBudget: true,
      }),
    )
    .input(orgInput({ userId, role: roleField, was: roleField.optional() }))
    .output(membershipShape)
    .mutation(({ ctx, input }) =>
      changeRole(ctx.db, ctx.caller, input.userId, input),
    ),

  suspend: roleProcedure("member:update")
    .meta(
      rest("POST", `${member}/suspend`, {
        summary: "Suspend a member",
        description:
          "They keep their role and all that is theirs, and every call of theirs in the organization answers 403 MEMBERSHIP_SUSPENDED. Suspending another admin wants a recent proof of who you are.",
        withoutWriteBudget: true,
      }),
    )
    .input(orgInput({ userId }))
    .output(membershipShape)
    .mutation(({ ctx, input }) =>
      suspendMember(ctx.db, ctx.caller, input.userId),
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
      reactivateMember(ctx.db, ctx.caller, input.userId),
    ),

  remove: roleProcedure("member:remove", { or: "member:leave" })
    .meta(
      rest("DELETE", member, {
        summary: "Remove a member, or leave",
        description:
          "What they created stays as it is, unless `reassignTo` names the member whose it is to be. A suspended member can leave, without `reassignTo`, and comes back only by an invitation.",
        status: 204,
        openToKeptOut: isLeaving,
      }),
    )
    .input(orgInput({ userId, reassignTo: userId.optional() }))
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      const { hashAddress } = ctx.services;
      await removeMember(ctx.db, ctx.caller, input.userId, hashAddress);
      if (input.reassignTo)
        await reassignProjects(ctx.db, [input.userId], input.reassignTo);
    }),

  updateMany: roleProcedure("member:update", { or: "member:remove" })
    .meta(
      rest("POST", "/organizations/{org}/members/bulk", {
        summary: "Change, suspend, reactivate or remove many members at once",
        description: `At most ${MOST_MEMBERS}. Each is treated as alone: whom you may not touch, and yourself, are in \`skipped\`; who is no member is in neither list. What refuses one for another reason, such as 409 LAST_ADMIN, refuses all, and nothing is changed. \`role\` belongs to changeRole, \`reassignTo\` to remove.`,
        withoutWriteBudget: true,
      }),
    )
    .input(
      orgInput({
        userIds: z.array(userId).min(1).max(MOST_MEMBERS),
        action: z.enum(BULK_ACTIONS),
        role: roleField.optional(),
        reassignTo: userId.optional(),
      }),
    )
    .output(
      z.object({
        done: z.array(z.string()),
        skipped: z.array(
          z.object({ userId: z.string(), reason: z.enum(SKIP_REASONS) }),
        ),
      }),
    )
    .mutation(({ ctx, input: { org: _, userIds, ...wanted } }) =>
      updateMembers(
        ctx.db,
        ctx.caller,
        userIds,
        wanted,
        ctx.services.hashAddress,
      ),
    ),
});

const leaving = z.object({ userId, reassignTo: z.undefined().optional() });

/** Members who are suspended or blocked by the two-factor policy can leave, but change nothing else. */
function isLeaving(input: unknown, callerId: string): boolean {
  return leaving.safeParse(input).data?.userId === callerId;
}
