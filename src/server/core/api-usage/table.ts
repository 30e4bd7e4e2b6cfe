import { index, integer, text } from "drizzle-orm/sqlite-core";
import { tenantTable } from "#server/core/organizations/tenant-table";

/** The number of calls with API keys, for each day and each key. */
export const apiUsage = tenantTable(
  "api_usage",
  { leftOut: "it counts calls of this installation" },
  {
    /** The day in UTC, such as `2026-11-30`. The `id` of the row is the day and the id of the key. */
    day: text("day").notNull(),
    /** The id of the key. The row remains when the key is deleted. */
    keyId: text("key_id").notNull(),
    /** Calls that counted towards the limit of the plan. */
    calls: integer("calls", { mode: "number" }).notNull().default(0),
    /** The mutations among `calls`. */
    writes: integer("writes", { mode: "number" }).notNull().default(0),
    /** Calls that were refused with a valid key, such as for a missing permission. `meter-call.ts` says which. */
    refused: integer("refused", { mode: "number" }).notNull().default(0),
  },
  (table) => [
    index("api_usage_day").on(table.orgId, table.day),
    // Housekeeping deletes the oldest days of all organizations.
    index("api_usage_oldest").on(table.day),
  ],
);
