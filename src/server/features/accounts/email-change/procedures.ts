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
import { moment } from "#server/kernel/shapes";

const sent = z.object({ status: z.literal("confirmation_sent") });
const pending = z.object({
  email: z
    .string()
    .nullable()
    .describe("The requested new address, or null if no change is pending."),
  expiresAt: moment.nullable(),
});

export const emailChangeProcedures = {
  changeEmail: userProcedure
    .meta(
      rest("POST", "/auth/change-email", {
        summary:
          "Mail a link to a new address; it takes effect when the link is opened",
        status: 202,
        limit: "credentials",
        description:
          "Needs a recent authentication. The response is the same if another account has the address.",
        reasons: ["REAUTHENTICATION_REQUIRED"],
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
        summary: "Read the pending new address",
        description: "Both fields are null if you asked for no change.",
      }),
    )
    .input(z.strictObject({}).optional())
    .output(pending)
    .query(({ ctx }) => readPendingEmail(ctx, ctx.signedIn)),

  cancelEmailChange: userProcedure
    .meta(
      rest("DELETE", "/auth/change-email", {
        summary: "Cancel the change; the mailed link stops working",
        status: 204,
        description: "Does nothing if no change is pending.",
      }),
    )
    .input(z.strictObject({}).optional())
    .output(z.void())
    .mutation(({ ctx }) => cancelEmailChange(ctx, ctx.signedIn)),

  // The procedure is public, so that a signed-out user gets the reason `SIGN_IN_FIRST`.
  confirmEmail: publicProcedure
    .meta(
      rest("POST", "/auth/change-email/confirm", {
        summary:
          "Confirm the new address with the mailed token, signed in as the user who requested it; all other sessions end",
        limit: "credentials",
        open: true,
        description:
          "Signed out, the response is 403 `SIGN_IN_FIRST`, and the link stays valid.",
        reasons: ["VERIFICATION_INVALID", "SIGN_IN_FIRST"],
      }),
    )
    .input(z.strictObject({ token: tokenField }))
    .output(z.object({ user: userShape }))
    .mutation(({ ctx, input }) => confirmEmail(ctx, input.token)),
};
