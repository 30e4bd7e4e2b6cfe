import { z } from "zod";
import { pageFields, roleField } from "#shared/fields";
import { orgInput, pageOf, idField } from "#server/kernel/inputs";
import { built } from "#server/rpc/built-output";
import { rest } from "#server/rpc/meta";
import { roleProcedure, router } from "#server/rpc/trpc";
import { BULK_ACTIONS, MAX_MEMBERS, SKIP_REASONS, updateMembers } from "./bulk";
import { countProjectsOf, reassignProjects } from "./reassign-projects";
import { listMembers, MEMBER_STATUSES } from "./list";
import { changeRole, getMember, removeMember } from "./service";
import { membershipShape } from "./schemas";
import { reactivateMember, suspendMember } from "./suspension";

const member = "/organizations/{org}/members/{userId}";
const userId = idField("user");
/** The length of a user's id and a comma. */
const ID_LENGTH = 31;

export const membersRouter = router({
  list: roleProcedure("member:read")
    .meta(
      rest("GET", "/organizations/{org}/members", {
        summary: "List members, oldest first",
        description: "Suspended members are in the list; `status` selects.",
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
    .output(built(pageOf(membershipShape)))
    .query(({ ctx, input }) => listMembers(ctx.db, input, input)),

  get: roleProcedure("member:read")
    .meta(
      rest("GET", member, {
        summary: "Read a member",
        description: "`{userId}` is the ID of the user.",
        reasons: ["NOT_FOUND"],
      }),
    )
    .input(orgInput({ userId }))
    .output(membershipShape)
    .query(({ ctx, input }) => getMember(ctx.db, input.userId)),

  updateRole: roleProcedure("member:update")
    .meta(
      rest("PUT", member, {
        summary: "Change a member's role",
        description:
          "Demoting another admin needs a recent authentication. Send the role that you saw as `was`: if it has changed, the response is 409 STALE with `changedBy` and `changedAt`.",
        withoutWriteBudget: true,
        reasons: [
          "NOT_FOUND",
          "REAUTHENTICATION_REQUIRED",
          "ROLE_NOT_FOUND",
          "LAST_ADMIN",
          "ADMIN_NOT_VERIFIED",
          "STALE",
        ],
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
          "The member keeps their role and projects. All their calls in the organization get 403 MEMBERSHIP_SUSPENDED. Suspending another admin needs a recent authentication.",
        withoutWriteBudget: true,
        reasons: ["NOT_FOUND", "REAUTHENTICATION_REQUIRED", "LAST_ADMIN"],
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
        summary: "Reactivate a suspended member",
        description: "Takes a seat.",
        reasons: ["NOT_FOUND", "SEAT_LIMIT"],
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
        summary: "Remove a member, or leave the organization",
        description:
          "The member's projects stay. With `reassignTo`, another member becomes their owner. A suspended member can leave without `reassignTo`, and can only come back by an invitation.",
        status: 204,
        openToBlocked: isLeaving,
        reasons: ["NOT_FOUND", "REAUTHENTICATION_REQUIRED", "LAST_ADMIN"],
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

  previewRemoval: roleProcedure("member:remove")
    .meta(
      rest("GET", "/organizations/{org}/members/bulk/preview", {
        summary: "Preview the removal of members",
        description:
          "`projects` is the number of projects that the members own. They stay, and can get another owner by `reassignTo`.",
      }),
    )
    .input(
      orgInput({
        userIds: z
          .string()
          .min(1)
          .max(MAX_MEMBERS * ID_LENGTH)
          .describe(
            `The ids of at most ${MAX_MEMBERS} users, separated by commas.`,
          ),
      }),
    )
    .output(z.object({ projects: z.int() }))
    .query(async ({ ctx, input }) => ({
      projects: await countProjectsOf(ctx.db, input.userIds.split(",")),
    })),

  updateMany: roleProcedure("member:update", { or: "member:remove" })
    .meta(
      rest("POST", "/organizations/{org}/members/bulk", {
        summary:
          "Change the role of many members, or suspend, reactivate or remove them",
        description: `At most ${MAX_MEMBERS} members. You and members whom you cannot change are in \`skipped\`; users who are not members are ignored. Any other error, such as 409 LAST_ADMIN, refuses the whole call. \`role\` belongs to \`changeRole\`, \`reassignTo\` to \`remove\`.`,
        withoutWriteBudget: true,
        reasons: [
          "REAUTHENTICATION_REQUIRED",
          "ROLE_NOT_FOUND",
          "LAST_ADMIN",
          "ADMIN_NOT_VERIFIED",
          "SEAT_LIMIT",
        ],
      }),
    )
    .input(
      orgInput({
        userIds: z.array(userId).min(1).max(MAX_MEMBERS),
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
    .mutation(({ ctx, input: { org: _, userIds, ...change } }) =>
      updateMembers(
        ctx.db,
        ctx.caller,
        userIds,
        change,
        ctx.services.hashAddress,
      ),
    ),
});

const leaving = z.object({ userId, reassignTo: z.undefined().optional() });

/**
 * Whether the caller removes themselves and reassigns no projects. Members who are suspended or blocked by the
 * two-factor policy can make only this change.
 */
function isLeaving(input: unknown, callerId: string): boolean {
  return leaving.safeParse(input).data?.userId === callerId;
}
