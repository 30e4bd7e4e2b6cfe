import { z } from "zod";
import { secondFactorCodeField } from "#shared/fields";
import { rest } from "#server/rpc/meta";
import { userProcedure } from "#server/rpc/trpc";
import { confirmTotp, removeTotp, startTotp } from "./authenticator-app";
import { newRecoveryCodes } from "./recovery-codes";
import { readOverview } from "./overview";

const none = z.strictObject({}).optional();
const codes = z.array(z.string());

export const twoFactorProcedures = {
  status: userProcedure
    .meta(
      rest("GET", "/auth/two-factor", {
        summary: "Read your sign-in methods",
        description:
          "Whether you have a password, an authenticator app, passkeys and linked accounts.",
      }),
    )
    .input(none)
    .output(
      z.object({
        hasPassword: z.boolean(),
        linkedAccounts: z
          .array(z.string())
          .describe("`github`, `google` or `oidc`."),
        totp: z.boolean(),
        passkeys: z.int(),
        recoveryCodesLeft: z.int(),
      }),
    )
    .query(({ ctx }) => readOverview(ctx, ctx.user.id)),

  startTotp: userProcedure
    .meta(
      rest("POST", "/auth/two-factor/totp", {
        summary:
          "Get a secret for an authenticator app; it takes effect when confirmed",
        limit: "credentials",
        repeatable: true,
        description:
          "Needs a recent authentication. `uri` is the content of the QR code.",
        reasons: ["REAUTHENTICATION_REQUIRED", "TOTP_EXISTS"],
      }),
    )
    .input(none)
    .output(z.object({ secret: z.string(), uri: z.string() }))
    .mutation(({ ctx }) => startTotp(ctx, ctx.signedIn)),

  confirmTotp: userProcedure
    .meta(
      rest("POST", "/auth/two-factor/totp/confirm", {
        summary: "Turn on the authenticator app with a code from it",
        description:
          "Returns recovery codes, which are shown only this once; null if you have some already.",
        limit: "credentials",
        repeatable: true,
        reasons: ["NOT_FOUND", "INVALID_CODE"],
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
        description: "Needs a recent authentication.",
        reasons: ["REAUTHENTICATION_REQUIRED", "NOT_FOUND"],
      }),
    )
    .input(none)
    .output(z.void())
    .mutation(({ ctx }) => removeTotp(ctx, ctx.signedIn)),

  newRecoveryCodes: userProcedure
    .meta(
      rest("POST", "/auth/two-factor/recovery-codes", {
        summary: "Create new recovery codes; the old ones stop working",
        limit: "credentials",
        repeatable: true,
        description:
          "Needs a recent authentication. The codes are shown only this once.",
        reasons: ["REAUTHENTICATION_REQUIRED", "NO_SECOND_FACTOR"],
      }),
    )
    .input(none)
    .output(z.object({ recoveryCodes: codes }))
    .mutation(({ ctx }) => newRecoveryCodes(ctx, ctx.signedIn)),
};
