import { z } from "zod";
import { pageFields, roleField } from "#shared/fields";
import { MESSAGE_LENGTH } from "#shared/message-text";
import { rule } from "#shared/rules";
import { idField, orgInput, pageOf } from "#server/kernel/inputs";
import { permission } from "#server/kernel/shapes";
import { built } from "#server/rpc/built-output";
import { rest } from "#server/rpc/meta";
import { roleProcedure, router } from "#server/rpc/trpc";
import { createRequest } from "./create";
import { listRequests } from "./list";
import { DECISIONS, resolveRequest, withdrawRequest } from "./resolve";
import { requestShape } from "./schemas";
import { REQUEST_KINDS } from "./table";

const collection = "/organizations/{org}/access-requests";
const request = `${collection}/{id}`;
const id = idField("accessRequest");

export const requestsRouter = router({
  list: roleProcedure("organization:read")
    .meta(
      rest("GET", collection, {
        summary: "List open access requests, newest first",
        description:
          "All requests if you can change roles, otherwise only your own. A request expires after 30 days.",
      }),
    )
    .input(orgInput(pageFields("accessRequest")))
    .output(built(pageOf(requestShape)))
    .query(({ ctx, input }) => listRequests(ctx.db, ctx.caller, input)),

  create: roleProcedure("organization:read")
    .meta(
      rest("POST", collection, {
        summary: "Ask the admins for a role or a seat",
        description:
          "`role` asks for a role with the `permission`, and `seat` for a seat while you are read-only. The admins get a mail. You can have one open request of each kind.",
        status: 201,
        withoutWriteBudget: true,
        reasons: ["REQUEST_NOT_NEEDED", "REQUEST_OPEN"],
      }),
    )
    .input(
      orgInput({
        kind: z.enum(REQUEST_KINDS),
        permission: permission.optional(),
        message: z
          .string()
          .max(MESSAGE_LENGTH, rule("TOO_LONG"))
          .describe("Plain text. Links and addresses are removed.")
          .optional(),
      }),
    )
    .output(requestShape)
    .mutation(({ ctx, input }) =>
      createRequest(ctx.db, ctx.caller, ctx.services.limits, input),
    ),

  withdraw: roleProcedure("organization:read")
    .meta(
      rest("DELETE", request, {
        summary: "Withdraw your access request",
        description: "The admins get no mail.",
        status: 204,
        withoutWriteBudget: true,
        reasons: ["NOT_FOUND"],
      }),
    )
    .input(orgInput({ id }))
    .output(z.void())
    .mutation(({ ctx, input }) =>
      withdrawRequest(ctx.db, ctx.caller, input.id),
    ),

  resolve: roleProcedure("member:update")
    .meta(
      rest("POST", `${request}/resolve`, {
        summary: "Approve or decline an access request",
        description:
          "To approve a request for a role, send a `role` that includes the permission; the rules of changing a role apply, also to `was`. To approve a request for a seat, you need `billing:manage`; another member can become read-only. The member gets a mail.",
        status: 204,
        withoutWriteBudget: true,
        reasons: [
          "NOT_FOUND",
          "REAUTHENTICATION_REQUIRED",
          "ROLE_NOT_FOUND",
          "LAST_ADMIN",
          "ADMIN_NOT_VERIFIED",
          "STALE",
          "SEAT_LIMIT",
        ],
      }),
    )
    .input(
      orgInput({
        id,
        decision: z.enum(DECISIONS),
        role: roleField.optional(),
        was: roleField.optional(),
      }),
    )
    .output(z.void())
    .mutation(({ ctx, input: { id: requestId, ...decision } }) =>
      resolveRequest(ctx.db, ctx.caller, requestId, decision),
    ),
});
