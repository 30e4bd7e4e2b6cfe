import { z } from "zod";
import {
  emailField,
  passwordField,
  personNameField,
  tokenField,
} from "../../../shared/fields";
import { rest } from "../../rest/meta";
import { publicProcedure } from "../../trpc";
import { userShape } from "../shapes";
import { resendVerification, signUp } from "../sign-up";
import { verifyEmail } from "../verify-email";

const sent = z.object({ status: z.literal("verification_sent") });
const signedUp = z.object({ user: userShape });

export const signUpProcedures = {
  signUp: publicProcedure
    .meta(
      rest("POST", "/auth/sign-up", {
        summary: "Sign up; the account exists once the address is confirmed",
        status: 202,
        statusWith: [201, "user"],
        limit: "credentials",
        open: true,
      }),
    )
    .input(
      z.strictObject({
        name: personNameField,
        email: emailField,
        password: passwordField,
        invitationToken: tokenField.optional(),
      }),
    )
    .output(z.union([signedUp, sent]))
    .mutation(({ ctx, input }) => signUp(ctx, input)),

  verifyEmail: publicProcedure
    .meta(
      rest("POST", "/auth/verify-email", {
        summary: "Confirm an address with the mailed token",
        limit: "credentials",
        open: true,
      }),
    )
    .input(z.strictObject({ token: tokenField }))
    .output(z.object({ user: userShape.nullable() }))
    .mutation(({ ctx, input }) => verifyEmail(ctx, input.token)),

  resendVerification: publicProcedure
    .meta(
      rest("POST", "/auth/verify-email/resend", {
        summary: "Mail a new confirmation link",
        status: 202,
        limit: "credentials",
        open: true,
      }),
    )
    .input(z.strictObject({ email: emailField }))
    .output(sent)
    .mutation(async ({ ctx, input }) => {
      await resendVerification(ctx, input.email);
      return { status: "verification_sent" as const };
    }),
};
