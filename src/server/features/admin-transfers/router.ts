import { z } from "zod";
import { roleField } from "#shared/fields";
import { orgInput, idField } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import { roleProcedure, router } from "#server/rpc/trpc";
import {
  acceptTransfer,
  cancelTransfer,
  declineTransfer,
  readPending,
} from "./respond";
import { offerTransfer } from "./offer";
import { pendingShape, transferShape } from "./schemas";

const offer = "/organizations/{org}/admin-transfer";

export const transfersRouter = router({
  offer: roleProcedure("member:update")
    .meta(
      rest("POST", offer, {
        summary: "Offer to transfer your admin role to another member",
        description:
          "The offer expires after seven days. Nothing changes until the member accepts. Needs a recent authentication.",
        status: 201,
        reasons: [
          "NOT_FOUND",
          "REAUTHENTICATION_REQUIRED",
          "ROLE_NOT_FOUND",
          "TRANSFER_PENDING",
        ],
      }),
    )
    .input(orgInput({ userId: idField("user"), roleAfter: roleField }))
    .output(transferShape)
    .mutation(({ ctx, input }) => offerTransfer(ctx.db, ctx.caller, input)),

  pending: roleProcedure("organization:read")
    .meta(
      rest("GET", offer, {
        summary: "Read the pending admin transfer",
        description:
          "Null if none is pending, or if you are neither its sender, its recipient nor an admin.",
      }),
    )
    .input(orgInput({}))
    .output(pendingShape)
    .query(({ ctx }) => readPending(ctx.db, ctx.caller)),

  cancel: roleProcedure("organization:read")
    .meta(
      rest("DELETE", offer, {
        summary: "Cancel the pending admin transfer",
        status: 204,
        description: "By its sender or an admin.",
        reasons: ["TRANSFER_INVALID"],
      }),
    )
    .input(orgInput({}))
    .output(z.void())
    .mutation(({ ctx }) => cancelTransfer(ctx.db, ctx.caller)),

  accept: roleProcedure("organization:read")
    .meta(
      rest("POST", `${offer}/accept`, {
        summary: "Accept the admin role that was offered to you",
        description:
          "You become an admin, and the sender gets the role that they chose, at once.",
        reasons: ["TRANSFER_INVALID", "ADMIN_NOT_VERIFIED"],
      }),
    )
    .input(orgInput({}))
    .output(transferShape)
    .mutation(({ ctx }) => acceptTransfer(ctx.db, ctx.caller)),

  decline: roleProcedure("organization:read")
    .meta(
      rest("POST", `${offer}/decline`, {
        summary: "Decline the admin role that was offered to you",
        status: 204,
        withoutWriteBudget: true,
        description: "Both keep their roles.",
        reasons: ["TRANSFER_INVALID"],
      }),
    )
    .input(orgInput({}))
    .output(z.void())
    .mutation(({ ctx }) => declineTransfer(ctx.db, ctx.caller)),
});
