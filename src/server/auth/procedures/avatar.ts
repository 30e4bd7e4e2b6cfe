import { z } from "zod";
import { rest } from "../../rest/meta";
import { userProcedure } from "../../trpc";
import { removeAvatar, setAvatar } from "../profile/avatar";
import { PICTURE, pictureField } from "../../pictures/field";
import { userShape } from "../shapes";

export const avatarProcedures = {
  setAvatar: userProcedure
    .meta(
      rest("PUT", "/auth/me/avatar", {
        summary: "Set your picture",
        description: PICTURE,
      }),
    )
    .input(z.strictObject({ image: pictureField }))
    .output(userShape)
    .mutation(({ ctx, input }) => setAvatar(ctx, ctx.user, input.image)),

  removeAvatar: userProcedure
    .meta(
      rest("DELETE", "/auth/me/avatar", {
        summary: "Remove your picture",
        status: 204,
      }),
    )
    .input(z.strictObject({}).optional())
    .output(z.void())
    .mutation(({ ctx }) => removeAvatar(ctx, ctx.user)),
};
