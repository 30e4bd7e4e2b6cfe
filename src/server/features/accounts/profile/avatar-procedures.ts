import { z } from "zod";
import { rest } from "#server/rpc/meta";
import { userProcedure } from "#server/rpc/trpc";
import { removeAvatar, setAvatar } from "./avatar";
import { IMAGE_DESCRIPTION, imageField } from "#server/kernel/images/field";
import { userShape } from "../user";

export const avatarProcedures = {
  setAvatar: userProcedure
    .meta(
      rest("PUT", "/auth/me/avatar", {
        summary: "Set your picture",
        description: IMAGE_DESCRIPTION,
      }),
    )
    .input(z.strictObject({ image: imageField }))
    .output(userShape)
    .mutation(({ ctx, input }) => setAvatar(ctx, ctx.user, input.image)),

  removeAvatar: userProcedure
    .meta(
      rest("DELETE", "/auth/me/avatar", {
        summary: "Remove your picture",
        status: 204,
        description: "Does nothing if you have no picture.",
      }),
    )
    .input(z.strictObject({}).optional())
    .output(z.void())
    .mutation(({ ctx }) => removeAvatar(ctx, ctx.user)),
};
