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
        summary: "See what deleting your account would do",
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
          "After a recent proof of who you are. `confirm` is the address of the account. Organizations in which nobody else is are deleted with it.",
        status: 204,
        repeatable: true,
      }),
    )
    .input(z.strictObject({ confirm: z.string().max(320).optional() }))
    .output(z.void())
    .mutation(({ ctx, input }) =>
      deleteAccount(ctx, ctx.signedIn, input.confirm),
    ),
};
