import { z } from "zod";
import { pageFields } from "#shared/fields";
import { pageFrom, pageOf, idField } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import { userProcedure } from "#server/rpc/trpc";
import { identityShape, toIdentity } from "./schemas";
import { listIdentities, unlinkIdentity } from "./service";

export const linkedAccountProcedures = {
  list: userProcedure
    .meta(
      rest("GET", "/auth/linked-accounts", {
        summary: "List your linked accounts",
        description: "The accounts at providers with which you can sign in.",
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
      rest("DELETE", "/auth/linked-accounts/{id}", {
        summary: "Unlink an account",
        status: 204,
        description:
          "Needs a recent authentication. Your only way to sign in cannot be unlinked.",
        reasons: [
          "REAUTHENTICATION_REQUIRED",
          "NOT_FOUND",
          "LAST_SIGN_IN_METHOD",
        ],
      }),
    )
    .input(z.strictObject({ id: idField("identity") }))
    .output(z.void())
    .mutation(({ ctx, input }) => unlinkIdentity(ctx, ctx.signedIn, input.id)),
};
