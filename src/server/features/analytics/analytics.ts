import type { TenantDb } from "../../db/tenant";
import { DomainError } from "../../errors";
import { countDays, countPresent, type Happened, type Present } from "./counts";
import { type Day, dayOf, daysBetween, lengthOf, shifted } from "./days";
import type { Analytics } from "./shapes";

const USUAL_DAYS = 30;
const MOST_DAYS = 366;

/** The days asked for: `"2026-12-03"`, or a moment of the day in ISO 8601. */
export interface Wanted {
  from?: string;
  to?: string;
}

type Counted = Day & Happened;

/** The first and the last day. */
interface Span {
  from: string;
  to: string;
}

/** The numbers of an organization: now, in a period, and in as long a period before it. */
export async function readAnalytics(
  db: TenantDb,
  wanted: Wanted,
  now: number,
): Promise<Analytics> {
  const present = await countPresent(db, now);
  const { timeZone } = present;
  const today = dayOf(now, timeZone);
  const { from, to } = periodOf(wanted, today, timeZone);
  const length = lengthOf(from, to);
  // Up to today, whatever was asked for: what there was at the end of a day is what there is, less what came after.
  const all = daysBetween(shifted(from, -length), later(to, today), timeZone);
  const happened = await countDays(db, all);
  const counted = all.map((day, index) => counting(day, happened[index]));
  const shown = counted.slice(length, 2 * length);
  return {
    timeZone,
    totals: {
      members: present.members,
      openInvitations: present.openInvitations,
      expiredInvitations: present.expiredInvitations,
      projects: present.projects,
      activeProjects: present.activeProjects,
    },
    period: sumOf({ from, to }, shown),
    previous: sumOf(
      { from: shifted(from, -length), to: shifted(from, -1) },
      counted.slice(0, length),
    ),
    days: withLevels(counted, present).slice(length, 2 * length),
    usage: {
      seats: { used: present.withSeat, limit: present.seats },
      projects: { used: present.projects, limit: present.projectLimit },
    },
  };
}

function periodOf(wanted: Wanted, today: string, timeZone: string): Span {
  const to = wanted.to ? dayIn(wanted.to, timeZone) : today;
  const from = wanted.from
    ? dayIn(wanted.from, timeZone)
    : shifted(to, 1 - USUAL_DAYS);
  if (to > shifted(today, 1))
    throw refused(
      "to",
      "This day has not come yet. Choose today, or one before.",
    );
  const length = lengthOf(from, to);
  if (length < 1)
    throw refused("from", "The first day comes after the last one.");
  if (length > MOST_DAYS)
    throw refused("from", `Ask for at most ${MOST_DAYS} days.`);
  return { from, to };
}

function dayIn(text: string, timeZone: string): string {
  return text.includes("T") ? dayOf(Date.parse(text), timeZone) : text;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

/** Goes back from what there is now: a row that was deleted since counts for the days it was there. */
function withLevels(counted: readonly Counted[], present: Present) {
  let { members, projects } = present;
  return counted
    .toReversed()
    .map(({ date, joined, left, projectsCreated, projectsDeleted, events }) => {
      const day = {
        date,
        members: Math.max(0, members),
        projects: Math.max(0, projects),
        joined,
        left,
        projectsCreated,
        events,
      };
      members += left - joined;
      projects += projectsDeleted - projectsCreated;
      return day;
    })
    .toReversed();
}

function counting(day: Day, happened: Happened | undefined): Counted {
  if (!happened) throw new Error("A day was not counted.");
  return { ...day, ...happened };
}

function sumOf({ from, to }: Span, days: readonly Counted[]) {
  const sum = (count: (day: Counted) => number) =>
    days.reduce((total, day) => total + count(day), 0);
  return {
    from,
    to,
    joined: sum(({ joined }) => joined),
    left: sum(({ left }) => left),
    projectsCreated: sum(({ projectsCreated }) => projectsCreated),
    events: sum(({ events }) => events),
  };
}

function refused(path: string, message: string): DomainError {
  return new DomainError("INVALID_INPUT", message, {
    issues: [{ path, message }],
  });
}
