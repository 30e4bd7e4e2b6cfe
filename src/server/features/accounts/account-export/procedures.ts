import { z } from "zod";
import { rest } from "#server/rpc/meta";
import { userProcedure } from "#server/rpc/trpc";
import { exportAccount } from "./export-account";
import { exportShape } from "./schemas";

export const exportProcedures = {
  export: userProcedure
    .meta(
      rest("GET", "/auth/me/export", {
        summary: "Export everything kept about you",
        description: "After a recent proof of who you are.",
      }),
    )
    .input(z.strictObject({}).optional())
    .output(exportShape)
    .query(({ ctx }) => exportAccount(ctx, ctx.signedIn)),
};
