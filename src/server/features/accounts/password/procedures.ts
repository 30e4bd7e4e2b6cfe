import { z } from "zod";
import { knownEmailField, passwordField, tokenField } from "#shared/fields";
import { rest } from "#server/rpc/meta";
import { publicProcedure, userProcedure } from "#server/rpc/trpc";
import { changePassword } from "./change-password";
import { forgotPassword, resetPassword } from "./reset-password";
import { signInResultShape } from "../sign-in/schemas";

const sent = z.object({ status: z.literal("reset_sent") });

export const passwordProcedures = {
  forgotPassword: publicProcedure
    .meta(
      rest("POST", "/auth/forgot-password", {
        summary: "Mail a password reset link",
        status: 202,
        limit: "credentials",
        open: true,
        description:
          "The response is the same whether or not the address has an account.",
      }),
    )
    .input(z.strictObject({ email: knownEmailField }))
    .output(sent)
    .mutation(({ ctx, input }) => forgotPassword(ctx, input.email)),

  resetPassword: publicProcedure
    .meta(
      rest("POST", "/auth/reset-password", {
        summary: "Reset the password with the mailed token, and sign in",
        limit: "credentials",
        open: true,
        description:
          "Ends all other sessions, and verifies the address. A second factor is still needed to sign in.",
        reasons: ["VERIFICATION_INVALID"],
      }),
    )
    .input(z.strictObject({ token: tokenField, password: passwordField }))
    .output(signInResultShape)
    .mutation(({ ctx, input }) => resetPassword(ctx, input)),

  changePassword: userProcedure
    .meta(
      rest("POST", "/auth/change-password", {
        summary: "Change your password; all other sessions end",
        status: 204,
        limit: "credentials",
        repeatable: true,
        withoutWriteBudget: true,
        description: "You stay signed in. Takes the current password.",
        reasons: ["INVALID_CREDENTIALS"],
      }),
    )
    .input(
      z.strictObject({
        currentPassword: z.string().max(1024),
        newPassword: passwordField,
      }),
    )
    .output(z.void())
    .mutation(({ ctx, input }) => changePassword(ctx, ctx.signedIn, input)),
};
