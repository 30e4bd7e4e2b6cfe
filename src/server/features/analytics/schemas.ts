import { z } from "zod";

const count = z.int().min(0);

const sumsShape = z.object({
  /** `from` is the first day and `to` is the last day, for example 2026-12-03. */
  from: z.iso.date(),
  to: z.iso.date(),
  joined: count,
  left: count,
  projectsCreated: count,
  /** The number of events in the audit log. */
  events: count,
});

const useShape = z.object({
  used: count,
  /** The largest number that the organization can have; null when there is no limit. */
  limit: z.int().nullable(),
});

export const analyticsShape = z.object({
  /** Days begin and end at midnight in this time zone. */
  timeZone: z.string(),
  /** The current numbers of the organization. */
  totals: z.object({
    members: count,
    openInvitations: count,
    expiredInvitations: count,
    projects: count,
    activeProjects: count,
  }),
  period: sumsShape,
  /** The sums of the period before, which has the same length. */
  previous: sumsShape,
  /** One item for each day of the period, in order of time. */
  days: z.array(
    z.object({
      date: z.iso.date(),
      /** The members and the projects at the end of the day; for today, the current numbers. */
      members: count,
      projects: count,
      joined: count,
      left: count,
      projectsCreated: count,
      events: count,
    }),
  ),
  usage: z.object({ seats: useShape, projects: useShape }),
});

export type Analytics = z.infer<typeof analyticsShape>;
