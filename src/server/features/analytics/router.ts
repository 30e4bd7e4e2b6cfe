import { rule } from "#shared/rules";
import { z } from "zod";
import { isUsualDate, orgInput } from "#server/kernel/inputs";
import { responsibleFor } from "#server/core/caller";
import { rest } from "#server/rpc/meta";
import { roleProcedure, router } from "#server/rpc/trpc";
import { readAnalytics } from "./service";
import { analyticsShape } from "./schemas";

const DAY = rule("DAY_INVALID");
const day = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], DAY)
  .refine(isUsualDate, DAY)
  .optional();

export const analyticsRouter = router({
  get: roleProcedure("analytics:read")
    .meta(
      rest("GET", "/organizations/{org}/analytics", {
        summary:
          "Read the numbers of an organization: now, by day, and for the period before",
        description:
          "`from` and `to` are days in the time zone of the organization, both included; at most 366 days, by default the last 30.",
      }),
    )
    .input(orgInput({ from: day, to: day }))
    .output(analyticsShape)
    .query(({ ctx, input }) =>
      readAnalytics(ctx.db, input, ctx.services.now(), (units) =>
        ctx.services.limits.consume(
          "heavyRead",
          responsibleFor(ctx.caller),
          units,
        ),
      ),
    ),
});
