import { z } from "zod";
import { idOf, moment, named } from "#server/kernel/shapes";

const count = z.int().min(0);
const day = z.iso.date().describe("A day in UTC, for example 2026-12-03.");

const countsShape = z.object({
  calls: count.describe("The calls that counted towards the limit."),
  writes: count.describe("The mutations among `calls`."),
  refused: count.describe(
    "The calls that were refused with a valid key, such as for a missing permission. They do not count towards the limit.",
  ),
});

const ownerShape = z.object({
  kind: z.enum(["user", "service"]),
  id: z.union([idOf("user"), idOf("serviceAccount")]),
  name: z.string(),
});

export const usageShape = named(
  "Usage",
  z.object({
    month: z
      .object({
        calls: count,
        limit: z
          .int()
          .nullable()
          .describe(
            "The largest number of calls in a calendar month; null when there is no limit.",
          ),
        resetsAt: moment.describe("When the next month begins."),
      })
      .describe("The calls of the current calendar month in UTC."),
    period: countsShape
      .extend({ from: day, to: day })
      .describe(
        "The days that the other fields describe, both included, and their sums.",
      ),
    days: z
      .array(countsShape.extend({ date: day }))
      .describe("One item for each day of the period, in order of time."),
    keys: z
      .array(
        countsShape.extend({
          id: idOf("apiKey"),
          name: z
            .string()
            .nullable()
            .describe("Null when the key was deleted."),
          isRevoked: z.boolean(),
          owner: ownerShape
            .nullable()
            .describe("The owner of the key; null when the key was deleted."),
          days: z
            .array(z.object({ date: day, calls: count }))
            .describe("The days on which calls of this key counted."),
        }),
      )
      .describe("The keys with the most calls in the period, at most 50."),
    otherKeys: count.describe("How many further keys were used in the period."),
  }),
);

export type Usage = z.infer<typeof usageShape>;
