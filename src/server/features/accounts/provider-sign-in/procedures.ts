import { z } from "zod";
import { tokenField } from "#shared/fields";
import { rest } from "#server/rpc/meta";
import { publicProcedure, userProcedure } from "#server/rpc/trpc";
import { complete } from "./complete";
import {
  completedShape,
  nextField,
  providerField,
  providersShape,
} from "./schemas";
import { startLink, startReauthentication, startSignIn } from "./start";

const started = z.object({ url: z.string() });

export const providerProcedures = {
  providers: publicProcedure
    .meta(
      rest("GET", "/auth/providers", {
        summary: "List the configured sign-in providers",
        open: true,
        description: "Empty if the program has no provider.",
      }),
    )
    .input(z.strictObject({}).optional())
    .output(providersShape)
    .query(({ ctx }) => ({ items: ctx.services.providers.list })),

  startSignIn: publicProcedure
    .meta(
      rest("POST", "/auth/providers/{provider}/sign-in", {
        summary: "Start to sign in or up with a provider",
        description:
          "Returns the address to send the browser to, and sets a cookie that `complete` needs. The provider redirects to `/sign-in/with/{provider}?code=…&state=…`.",
        limit: "credentials",
        open: true,
        reasons: ["NOT_FOUND", "PROVIDER_FAILED"],
      }),
    )
    .input(
      z.strictObject({ provider: providerField, next: nextField.optional() }),
    )
    .output(started)
    .mutation(({ ctx, input }) => startSignIn(ctx, input)),

  startLink: userProcedure
    .meta(
      rest("POST", "/auth/providers/{provider}/link", {
        summary: "Start to link an account",
        limit: "credentials",
        repeatable: true,
        description:
          "Needs a recent authentication. Send the browser to `url`.",
        reasons: ["REAUTHENTICATION_REQUIRED", "NOT_FOUND", "PROVIDER_FAILED"],
      }),
    )
    .input(z.strictObject({ provider: providerField }))
    .output(started)
    .mutation(({ ctx, input }) => startLink(ctx, ctx.signedIn, input)),

  startReauthentication: userProcedure
    .meta(
      rest("POST", "/auth/providers/{provider}/reauthenticate", {
        summary: "Start a reauthentication, if you have no password",
        limit: "credentials",
        repeatable: true,
        withoutWriteBudget: true,
        description:
          "Send the browser to `url`. Users with a password confirm with the password instead.",
        reasons: ["NOT_FOUND", "PROVIDER_FAILED"],
      }),
    )
    .input(
      z.strictObject({ provider: providerField, next: nextField.optional() }),
    )
    .output(started)
    .mutation(({ ctx, input }) =>
      startReauthentication(ctx, ctx.signedIn, input),
    ),

  complete: publicProcedure
    .meta(
      rest("POST", "/auth/providers/{provider}/complete", {
        summary: "Complete a provider redirect",
        limit: "credentials",
        open: true,
        repeatable: true,
        description:
          "Takes `code` and `state` from the redirect. The result depends on what was started: a sign-in, a link or a reauthentication.",
        reasons: [
          "NOT_FOUND",
          "PROVIDER_EXPIRED",
          "PROVIDER_FAILED",
          "PROVIDER_WITHOUT_ADDRESS",
          "INVALID_CREDENTIALS",
          "ACCOUNT_EXISTS",
          "IDENTITY_TAKEN",
        ],
      }),
    )
    .input(
      z.strictObject({
        provider: providerField,
        code: z.string().min(1).max(2048),
        state: z.string().min(1).max(200),
        invitationToken: tokenField.optional(),
      }),
    )
    .output(completedShape)
    .mutation(({ ctx, input }) => complete(ctx, input)),
};
