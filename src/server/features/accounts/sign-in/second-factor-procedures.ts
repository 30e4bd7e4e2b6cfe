import { z } from "zod";
import { secondFactorCodeField } from "#shared/fields";
import { oneOf } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import { publicProcedure } from "#server/rpc/trpc";
import { passkeyAssertion } from "../passkeys/schemas";
import { userShape } from "../user";
import { readPending } from "./challenge";
import { answerChallenge } from "./second-factor";
import { twoFactorRequiredShape } from "./schemas";

export const secondFactorProcedures = {
  pending: publicProcedure
    .meta(
      rest("GET", "/auth/two-factor/pending", {
        summary: "Read which second factors can complete the pending sign-in",
        open: true,
        description:
          "For the browser that has signed in with the first factor.",
        reasons: ["SIGN_IN_EXPIRED"],
      }),
    )
    .input(z.strictObject({}).optional())
    .output(twoFactorRequiredShape.pick({ methods: true }))
    .query(({ ctx }) => readPending(ctx)),

  signIn: publicProcedure
    .meta(
      rest("POST", "/auth/two-factor", {
        summary: "Complete a sign-in with a second factor",
        description:
          "Takes either `code` (from your authenticator app, or a recovery code) or `passkey`.",
        limit: "credentials",
        open: true,
        reasons: ["SIGN_IN_EXPIRED", "INVALID_CODE", "INVALID_PASSKEY"],
      }),
    )
    .input(oneOf({ code: secondFactorCodeField, passkey: passkeyAssertion }))
    .output(z.object({ user: userShape }))
    .mutation(({ ctx, input }) => answerChallenge(ctx, input)),
};
