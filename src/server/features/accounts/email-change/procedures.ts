import { z } from "zod";
import { emailField, tokenField } from "#shared/fields";
import { rest } from "#server/rpc/meta";
import { publicProcedure, userProcedure } from "#server/rpc/trpc";
import {
  cancelEmailChange,
  changeEmail,
  readPendingEmail,
} from "./change-email";
import { confirmEmail } from "./confirm-email";
import { userShape } from "../user";

const sent = z.object({ status: z.literal("confirmation_sent") });
const pending = z.object({
  /** Null when no address waits for its confirmation. */
  email: z.string().nullable(),
  expiresAt: z.string().nullable(),
});

export const emailChangeProcedures = {
  changeEmail: userProcedure
    .meta(
      rest("POST", "/auth/change-email", {
        summary:
          "Mail a link to a new address; it is yours once the link is opened",
        status: 202,
        limit: "credentials",
      }),
    )
    .input(z.strictObject({ email: emailField }))
    .output(sent)
    .mutation(async ({ ctx, input }) => {
      await changeEmail(ctx, ctx.signedIn, input.email);
      return { status: "confirmation_sent" as const };
    }),

  pendingEmail: userProcedure
    .meta(
      rest("GET", "/auth/change-email", {
        summary: "Read which new address waits for its confirmation",
      }),
    )
    .input(z.strictObject({}).optional())
    .output(pending)
    .query(({ ctx }) => readPendingEmail(ctx, ctx.signedIn)),

  cancelEmailChange: userProcedure
    .meta(
      rest("DELETE", "/auth/change-email", {
        summary: "Keep the address; the mailed link stops working",
        status: 204,
      }),
    )
    .input(z.strictObject({}).optional())
    .output(z.void())
    .mutation(({ ctx }) => cancelEmailChange(ctx, ctx.signedIn)),

  // Open, so that whoever is signed out is told what to do with the link.
  confirmEmail: publicProcedure
    .meta(
      rest("POST", "/auth/change-email/confirm", {
        summary:
          "Take the new address with the mailed token, signed in as whoever asked for it; all other sessions end",
        limit: "credentials",
        open: true,
      }),
    )
    .input(z.strictObject({ token: tokenField }))
    .output(z.object({ user: userShape }))
    .mutation(({ ctx, input }) => confirmEmail(ctx, input.token)),
};
