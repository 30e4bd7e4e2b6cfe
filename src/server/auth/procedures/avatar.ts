import { z } from "zod";
import { rest } from "../../rest/meta";
import { userProcedure } from "../../trpc";
import { removeAvatar, setAvatar } from "../profile/avatar";
import { MAX_BYTES } from "../profile/picture/encode";
import { userShape } from "../shapes";

const picture = z
  .string("Choose a picture.")
  .max(
    Math.ceil(MAX_BYTES / 3) * 4,
    `The file is too large: use at most ${MAX_BYTES / 1024} KB.`,
  )
  .regex(/^[A-Za-z0-9+/]*={0,2}$/, "Send the file in base64.");

export const avatarProcedures = {
  setAvatar: userProcedure
    .meta(
      rest("PUT", "/auth/me/avatar", {
        summary: "Set your picture",
        description: `A PNG, JPEG or WebP in base64, at most ${MAX_BYTES / 1024} KB and 12 megapixels. It is cut to a square of 256 pixels; nothing but the pixels is kept of it.`,
      }),
    )
    .input(z.strictObject({ image: picture }))
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
