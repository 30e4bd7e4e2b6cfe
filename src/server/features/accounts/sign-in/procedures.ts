import { z } from "zod";
import { knownEmailField, secondFactorCodeField } from "#shared/fields";
import { oneOf } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import { publicProcedure, userProcedure } from "#server/rpc/trpc";
import { revokeSession } from "../sessions/service";
import { passkeyAssertion } from "../passkeys/schemas";
import { reauthenticate } from "./reauthenticate";
import { signInResultShape } from "./schemas";
import { signIn } from "./sign-in";

export const signInProcedures = {
  signIn: publicProcedure
    .meta(
      rest("POST", "/auth/sign-in", {
        summary: "Sign in",
        limit: "credentials",
        open: true,
        description:
          "Sets the session cookie. With two-factor authentication the response is `{twoFactorRequired: true}`: complete the sign-in with `POST /auth/two-factor`.",
        reasons: ["INVALID_CREDENTIALS", "EMAIL_NOT_VERIFIED"],
      }),
    )
    .input(
      z.strictObject({
        email: knownEmailField,
        password: z.string().max(1024),
      }),
    )
    .output(signInResultShape)
    .mutation(({ ctx, input }) => signIn(ctx, input)),

  signOut: userProcedure
    .meta(
      rest("POST", "/auth/sign-out", {
        summary: "End this session",
        status: 204,
        withoutWriteBudget: true,
        description: "Removes the session cookie.",
      }),
    )
    .input(z.strictObject({}).optional())
    .output(z.void())
    .mutation(({ ctx }) => {
      revokeSession(ctx.work, ctx.signedIn, ctx.session.id);
      ctx.response.cookies.push(ctx.services.sessions.blankCookie());
    }),

  reauthenticate: userProcedure
    .meta(
      rest("POST", "/auth/reauthenticate", {
        summary:
          "Reauthenticate; sensitive actions are allowed for ten minutes",
        description:
          "Takes exactly one of `password`, `code` (from your authenticator app, or a recovery code) and `passkey`.",
        status: 204,
        limit: "credentials",
        repeatable: true,
        withoutWriteBudget: true,
        reasons: ["INVALID_CREDENTIALS", "INVALID_CODE", "INVALID_PASSKEY"],
      }),
    )
    .input(
      oneOf({
        password: z.string().max(1024),
        code: secondFactorCodeField,
        passkey: passkeyAssertion,
      }),
    )
    .output(z.void())
    .mutation(({ ctx, input }) => reauthenticate(ctx, ctx.signedIn, input)),
};
