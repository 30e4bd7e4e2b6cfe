import { z } from "zod";
import { pageFields, tokenField } from "#shared/fields";
import { pageFrom, pageOf } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import { publicProcedure, router, userProcedure } from "#server/rpc/trpc";
import { complete } from "./complete";
import { listIdentities, unlinkIdentity } from "../linked-accounts/service";
import {
  completedShape,
  identityShape,
  nextField,
  providerField,
  providersShape,
  toIdentity,
} from "./schemas";
import { startLink, startProof, startSignIn } from "./start";

const started = z.object({ url: z.string() });

export const identitiesRouter = router({
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

  list: userProcedure
    .meta(
      rest("GET", "/auth/identities", {
        summary: "List the accounts elsewhere that sign you in",
      }),
    )
    .input(z.strictObject(pageFields("identity")).optional())
    .output(pageOf(identityShape))
    .query(async ({ ctx, input }) => {
      const rows = await listIdentities(ctx.db, ctx.user.id);
      return pageFrom(rows.map(toIdentity), input);
    }),

  unlink: userProcedure
    .meta(
      rest("DELETE", "/auth/identities/{id}", {
        summary: "Disconnect an account elsewhere",
        status: 204,
      }),
    )
    .input(z.strictObject({ id: z.string().min(1).max(64) }))
    .output(z.void())
    .mutation(({ ctx, input }) => unlinkIdentity(ctx, ctx.signedIn, input.id)),
});
