import { z } from "zod";
import { named } from "#server/kernel/shapes";

const count = z.int().min(0);

const sumsShape = z.object({
  from: z.iso
    .date()
    .describe(
      "`from` is the first day and `to` is the last day, for example 2026-12-03.",
    ),
  to: z.iso.date(),
  joined: count,
  left: count,
  projectsCreated: count,
  events: count.describe("The number of events in the audit log."),
});

const useShape = z.object({
  used: count,
  limit: z
    .int()
    .nullable()
    .describe(
      "The largest number that the organization can have; null when there is no limit.",
    ),
});

const dayShape = named(
  "AnalyticsDay",
  z.object({
    date: z.iso.date(),
    members: count.describe(
      "The members and the projects at the end of the day; for today, the current numbers.",
    ),
    projects: count,
    joined: count,
    left: count,
    projectsCreated: count,
    events: count,
  }),
);

export const analyticsShape = named(
  "Analytics",
  z.object({
    timeZone: z
      .string()
      .describe("Days begin and end at midnight in this time zone."),
    totals: z
      .object({
        members: count.describe("All members, suspended ones included."),
        suspendedMembers: count,
        openInvitations: count.describe(
          "All pending invitations, expired ones included.",
        ),
        expiredInvitations: count,
        projects: count,
        activeProjects: count,
      })
      .describe("The current numbers of the organization."),
    period: sumsShape,
    /** The sums of the period before, which has the same length. */
    previous: sumsShape,
    days: z
      .array(dayShape)
      .describe("One item for each day of the period, in order of time."),
    previousDays: z
      .array(dayShape)
      .describe("One item for each day of the period before."),
    usage: z.object({ seats: useShape, projects: useShape }),
  }),
);

export type Analytics = z.infer<typeof analyticsShape>;
