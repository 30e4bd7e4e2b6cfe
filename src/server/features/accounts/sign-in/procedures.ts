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
