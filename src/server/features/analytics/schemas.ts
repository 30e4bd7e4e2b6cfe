import { z } from "zod";

const count = z.int().min(0);

/** What happened in a period. */
const sumsShape = z.object({
  /** The first and the last day, `"2026-12-03"`. */
  from: z.iso.date(),
  to: z.iso.date(),
  joined: count,
  left: count,
  projectsCreated: count,
  /** Entries of the audit log. */
  events: count,
});

const useShape = z.object({
  used: count,
  /** Null for any number. */
  limit: z.int().nullable(),
});

export const analyticsShape = z.object({
  /** Days begin and end at midnight there. */
  timeZone: z.string(),
  /** What there is now. */
  totals: z.object({
    members: count,
    openInvitations: count,
    expiredInvitations: count,
    projects: count,
    activeProjects: count,
  }),
  period: sumsShape,
  /** As many days right before. */
  previous: sumsShape,
  /** A day each, in order. */
  days: z.array(
    z.object({
      date: z.iso.date(),
      /** At its end; now, for today. */
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
