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
import { startLink, startProof, startSignIn } from "./start";

const started = z.object({ url: z.string() });

export const providerProcedures = {
  providers: publicProcedure
    .meta(
      rest("GET", "/auth/providers", {
        summary: "List whose accounts sign people in here",
        open: true,
      }),
    )
    .input(z.strictObject({}).optional())
    .output(providersShape)
    .query(({ ctx }) => ({ items: ctx.services.providers.list })),

  startSignIn: publicProcedure
    .meta(
      rest("POST", "/auth/providers/{provider}/sign-in", {
        summary: "Begin to sign in or up with an account elsewhere",
        description:
          "Answers where to send the browser, and sets the cookie that it has to bring back. The provider sends it to `/sign-in/with/{provider}?code=…&state=…`.",
        limit: "credentials",
        open: true,
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
        summary: "Begin to connect an account elsewhere",
        limit: "credentials",
        repeatable: true,
      }),
    )
    .input(z.strictObject({ provider: providerField }))
    .output(started)
    .mutation(({ ctx, input }) => startLink(ctx, ctx.signedIn, input)),

  startProof: userProcedure
    .meta(
      rest("POST", "/auth/providers/{provider}/proof", {
        summary: "Begin to prove who you are, if you have no password",
        limit: "credentials",
        repeatable: true,
        withoutWriteBudget: true,
      }),
    )
    .input(
      z.strictObject({ provider: providerField, next: nextField.optional() }),
    )
    .output(started)
    .mutation(({ ctx, input }) => startProof(ctx, ctx.signedIn, input)),

  complete: publicProcedure
    .meta(
      rest("POST", "/auth/providers/{provider}/complete", {
        summary: "Finish what was begun, with what the provider sent back",
        limit: "credentials",
        open: true,
        repeatable: true,
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
