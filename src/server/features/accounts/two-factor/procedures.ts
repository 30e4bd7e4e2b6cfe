import { z } from "zod";
import { secondFactorCodeField } from "#shared/fields";
import { oneOf } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import { publicProcedure, router, userProcedure } from "#server/rpc/trpc";
import { passkeyAssertion } from "../passkeys/schemas";
import { userShape } from "../user-schema";
import { confirmTotp, removeTotp, startTotp } from "./authenticator-app";
import { SECOND_FACTORS } from "#server/core/users/second-factors";
import { newRecoveryCodes } from "./recovery-codes";
import { answerChallenge } from "../sign-in/second-factor";
import { readPending, readStatus } from "./status";

const none = z.strictObject({}).optional();
const codes = z.array(z.string());

export const twoFactorRouter = router({
  status: userProcedure
    .meta(
      rest("GET", "/auth/two-factor", {
        summary: "Read what you sign in with",
      }),
    )
    .input(none)
    .output(
      z.object({
        hasPassword: z.boolean(),
        /** `github`, `google` or `oidc`. */
        identities: z.array(z.string()),
        totp: z.boolean(),
        passkeys: z.number().int(),
        recoveryCodesLeft: z.number().int(),
      }),
    )
    .query(({ ctx }) => readStatus(ctx, ctx.user.id)),

  pending: publicProcedure
    .meta(
      rest("GET", "/auth/two-factor/pending", {
        summary: "Read what may complete the sign-in begun in this browser",
        open: true,
      }),
    )
    .input(none)
    .output(z.object({ methods: z.array(z.enum(SECOND_FACTORS)) }))
    .query(({ ctx }) => readPending(ctx)),

  signIn: publicProcedure
    .meta(
      rest("POST", "/auth/two-factor", {
        summary: "Complete a sign-in with a second factor",
        description:
          "Takes either `code`, of your authenticator app or a recovery code, or `passkey`.",
        limit: "credentials",
        open: true,
      }),
    )
    .input(oneOf({ code: secondFactorCodeField, passkey: passkeyAssertion }))
    .output(z.object({ user: userShape }))
    .mutation(({ ctx, input }) => answerChallenge(ctx, input)),

  startTotp: userProcedure
    .meta(
      rest("POST", "/auth/two-factor/totp", {
        summary:
          "Get a secret for an authenticator app; it works once confirmed",
        limit: "credentials",
        repeatable: true,
      }),
    )
    .input(none)
    .output(z.object({ secret: z.string(), uri: z.string() }))
    .mutation(({ ctx }) => startTotp(ctx, ctx.signedIn)),

  confirmTotp: userProcedure
    .meta(
      rest("POST", "/auth/two-factor/totp/confirm", {
        summary: "Switch the authenticator app on with a code of it",
        description:
          "The recovery codes are shown this once; null when you have some already.",
        limit: "credentials",
        repeatable: true,
      }),
    )
    .input(z.strictObject({ code: secondFactorCodeField }))
    .output(z.object({ recoveryCodes: codes.nullable() }))
    .mutation(({ ctx, input }) => confirmTotp(ctx, ctx.signedIn, input.code)),

  removeTotp: userProcedure
    .meta(
      rest("DELETE", "/auth/two-factor/totp", {
        summary: "Remove the authenticator app",
        status: 204,
      }),
    )
    .input(none)
    .output(z.void())
    .mutation(({ ctx }) => removeTotp(ctx, ctx.signedIn)),

  newRecoveryCodes: userProcedure
    .meta(
      rest("POST", "/auth/two-factor/recovery-codes", {
        summary: "Make new recovery codes; the old ones stop working",
        limit: "credentials",
        repeatable: true,
      }),
    )
    .input(none)
    .output(z.object({ recoveryCodes: codes }))
    .mutation(({ ctx }) => newRecoveryCodes(ctx, ctx.signedIn)),
});
