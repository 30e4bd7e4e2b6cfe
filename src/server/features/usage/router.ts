import { dayField, orgInput } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import { roleProcedure, router } from "#server/rpc/trpc";
import { readUsage } from "./read";
import { usageShape } from "./schemas";

export const usageRouter = router({
  get: roleProcedure("billing:read")
    .meta(
      rest("GET", "/organizations/{org}/usage", {
        summary: "Read the API calls of an organization, by day and by key",
        description:
          "`from` and `to` are days in UTC, both included; by default the current month until today. A period of more than 92 days is shortened to its last 92 days. The numbers can be a few seconds old.",
      }),
    )
    .input(orgInput({ from: dayField.optional(), to: dayField.optional() }))
    .output(usageShape)
    .query(({ ctx, input: { from, to } }) =>
      readUsage(
        ctx.db,
        { from, to },
        {
          now: ctx.services.now(),
          plan: ctx.caller.organization.plan,
          hasLimits: ctx.services.billing.provider !== undefined,
        },
      ),
    ),
});
