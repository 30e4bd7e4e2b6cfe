import { z } from "zod";
import { rest } from "#server/rpc/meta";
import { userProcedure } from "#server/rpc/trpc";
import { deletionShape, previewDeletion } from "./affected-organizations";
import { deleteAccount } from "./delete-account";

const none = z.strictObject({}).optional();

export const deletionProcedures = {
  deletion: userProcedure
    .meta(
      rest("GET", "/auth/me/deletion", {
        summary: "Preview the deletion of your account",
        description:
          "What happens to each of your organizations. `canDelete` is false while you are the last admin of one with other members.",
      }),
    )
    .input(none)
    .output(deletionShape)
    .query(({ ctx }) => previewDeletion(ctx.db, ctx.user.id)),

  delete: userProcedure
    .meta(
      rest("DELETE", "/auth/me", {
        summary: "Delete your account for good",
        description:
          "Needs a recent sign-in or reauthentication. `confirm` is the address of the account. Organizations without another member are deleted too.",
        status: 204,
        repeatable: true,
        reasons: [
          "REAUTHENTICATION_REQUIRED",
          "LAST_ADMIN",
          "STALE",
          "BILLING_FAILED",
        ],
      }),
    )
    .input(z.strictObject({ confirm: z.string().max(320).optional() }))
    .output(z.void())
    .mutation(({ ctx, input }) =>
      deleteAccount(ctx, ctx.signedIn, input.confirm),
    ),
};
