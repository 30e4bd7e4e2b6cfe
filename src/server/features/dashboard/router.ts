import { orgInput } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import { orgProcedure, router } from "#server/rpc/trpc";
import { dashboardShape } from "./schemas";
import { readDashboard } from "./service";

export const dashboardRouter = router({
  get: orgProcedure
    .meta(
      rest("GET", "/organizations/{org}/dashboard", {
        summary:
          "Read what needs your attention, and which members and projects were active last",
        description:
          "Every member can read it. It contains only what your permissions let you see and do. The numbers of an organization are at `/organizations/{org}/analytics`.",
      }),
    )
    .input(orgInput({}))
    .output(dashboardShape)
    .query(({ ctx }) =>
      readDashboard(ctx.db, ctx.caller, ctx.services.billing.provider),
    ),
});
