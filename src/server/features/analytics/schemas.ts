import { z } from "zod";

const count = z.int().min(0);

const sumsShape = z.object({
  /** The first and the last day, for example: 2026-12-03 */
  from: z.iso.date(),
  to: z.iso.date(),
  joined: count,
  left: count,
  projectsCreated: count,
  /** Events in the audit log. */
  events: count,
});

const useShape = z.object({
  used: count,
  /** Null for no limit. */
  limit: z.int().nullable(),
});

export const analyticsShape = z.object({
  /** Days begin and end at midnight in this time zone. */
  timeZone: z.string(),
  /** The current numbers. */
  totals: z.object({
    members: count,
    openInvitations: count,
    expiredInvitations: count,
    projects: count,
    activeProjects: count,
  }),
  period: sumsShape,
  /** The period of the same length before. */
  previous: sumsShape,
  /** One item per day, in order. */
  days: z.array(
    z.object({
      date: z.iso.date(),
      /** At the end of the day, or now for today. */
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
