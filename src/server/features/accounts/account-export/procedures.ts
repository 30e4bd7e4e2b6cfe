import { z } from "zod";
import { rest } from "#server/rpc/meta";
import { userProcedure } from "#server/rpc/trpc";
import { exportAccount } from "./export-account";
import { exportShape } from "./schemas";

export const exportProcedures = {
  export: userProcedure
    .meta(
      rest("GET", "/auth/me/export", {
        summary: "Export your personal data",
        description: "Needs a recent sign-in or reauthentication.",
        reasons: ["REAUTHENTICATION_REQUIRED"],
      }),
    )
    .input(z.strictObject({}).optional())
    .output(exportShape)
    .query(({ ctx }) => exportAccount(ctx, ctx.signedIn)),
};
