import { z } from "zod";
import { pageFields } from "#shared/fields";
import { pageFrom, pageOf, idField } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import { userProcedure } from "#server/rpc/trpc";
import { listSessions, revokeOtherSessions, revokeSession } from "./service";
import { sessionShape } from "./schemas";

export const sessionProcedures = {
  sessions: userProcedure
    .meta(
      rest("GET", "/auth/sessions", {
        summary: "List your sessions",
        description:
          "Newest first. `current` marks the session of this request.",
      }),
    )
    .input(z.strictObject(pageFields("session")).optional())
    .output(pageOf(sessionShape))
    .query(async ({ ctx, input }) =>
      pageFrom(
        await listSessions(ctx.db, ctx.signedIn, ctx.services.now()),
        input,
      ),
    ),

  revokeSession: userProcedure
    .meta(
      rest("DELETE", "/auth/sessions/{id}", {
        summary: "End a session",
        status: 204,
        description:
          "The browser of the session is signed out with its next request. Your current session can end too.",
        reasons: ["NOT_FOUND"],
      }),
    )
    .input(z.strictObject({ id: idField("session") }))
    .output(z.void())
    .mutation(({ ctx, input }) => {
      if (input.id === ctx.session.id)
        ctx.response.cookies.push(ctx.services.sessions.blankCookie());
      revokeSession(ctx.work, ctx.signedIn, input.id);
    }),

  revokeOtherSessions: userProcedure
    .meta(
      rest("DELETE", "/auth/sessions", {
        summary: "End all other sessions",
        status: 204,
        description: "Every other browser is signed out.",
      }),
    )
    .input(z.strictObject({}).optional())
    .output(z.void())
    .mutation(({ ctx }) => revokeOtherSessions(ctx.work, ctx.signedIn)),
};
