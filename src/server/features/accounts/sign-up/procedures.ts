import { z } from "zod";
import {
  emailField,
  passwordField,
  personNameField,
  tokenField,
} from "#shared/fields";
import { rest } from "#server/rpc/meta";
import { publicProcedure } from "#server/rpc/trpc";
import { userShape } from "../user";
import { resendVerification, signUp } from "./sign-up";
import { choosePassword, verifyEmail } from "./verify-email";

const sent = z.object({ status: z.literal("verification_sent") });
const signedUp = z.object({ user: userShape });

export const signUpProcedures = {
  signUp: publicProcedure
    .meta(
      rest("POST", "/auth/sign-up", {
        summary: "Sign up; the account is created when the address is verified",
        status: 202,
        statusWith: [201, "user"],
        limit: "credentials",
        open: true,
        description:
          "The response is the same for a known address; its owner gets a mail that says so. With the token of an invitation to the address, the account is created at once, and the response is 201 with a session cookie.",
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
        summary: "Verify an address with the mailed token",
        description:
          "`user` is null in a browser that did not sign up with the address. For 24 hours, that browser may then sign in with the password of the opened sign-up, or choose a name and a password with `POST /auth/verify-email/password`.",
        limit: "credentials",
        open: true,
        reasons: ["VERIFICATION_INVALID", "IDENTITY_TAKEN"],
      }),
    )
    .input(z.strictObject({ token: tokenField }))
    .output(z.object({ user: userShape.nullable() }))
    .mutation(({ ctx, input }) => verifyEmail(ctx, input.token)),

  choosePassword: publicProcedure
    .meta(
      rest("POST", "/auth/verify-email/password", {
        summary: "Choose a name and a password for a verified address",
        description:
          "Works in the browser where `POST /auth/verify-email` returned `{user: null}` for the same token. Uses only the address of the sign-up.",
        limit: "credentials",
        open: true,
        reasons: ["VERIFICATION_INVALID"],
      }),
    )
    .input(
      z.strictObject({
        token: tokenField,
        name: personNameField,
        password: passwordField,
      }),
    )
    .output(z.object({ user: userShape }))
    .mutation(({ ctx, input }) => choosePassword(ctx, input)),

  resendVerification: publicProcedure
    .meta(
      rest("POST", "/auth/verify-email/resend", {
        summary: "Mail a new verification link",
        status: 202,
        limit: "credentials",
        open: true,
        description:
          "The response is the same with and without a sign-up for the address.",
      }),
    )
    .input(z.strictObject({ email: emailField }))
    .output(sent)
    .mutation(async ({ ctx, input }) => {
      await resendVerification(ctx, input.email);
      return { status: "verification_sent" as const };
    }),
};
