import type { TenantDb } from "#server/kernel/db/tenant-db";
import { invalidField } from "#server/kernel/errors";
import {
  readCurrentNumbers,
  countSpans,
  type EventCounts,
  type CurrentNumbers,
} from "./counts";
import { type Day, dayOf, daysBetween, endOf, lengthOf, addDays } from "./days";
import type { Analytics } from "./schemas";

const USUAL_DAYS = 30;
const MOST_DAYS = 366;

/** The first and the last day of the period, as dates such as `2026-12-03` or as times in ISO 8601. */
export interface RequestedPeriod {
  from?: string;
  to?: string;
}

type CountedDay = Day & EventCounts;
type Levels = Pick<CurrentNumbers, "members" | "projects">;

/** A period of days. `from` is the first day and `to` is the last day, both included. */
interface Span {
  from: string;
  to: string;
}

/** How many days of a period cost one unit of the rate limit `heavyRead`. */
const DAYS_OF_A_UNIT = 31;

/**
 * Reads the current numbers of an organization, the numbers of each day of a period, and the sums of the period before.
 */
export async function readAnalytics(
  db: TenantDb,
  requested: RequestedPeriod,
  now: number,
  charge: (units: number) => Promise<void>,
): Promise<Analytics> {
  const current = await readCurrentNumbers(db, now);
  const { timeZone } = current;
  const today = dayOf(now, timeZone);
  const { from, to } = periodOf(requested, today, timeZone);
  const length = lengthOf(from, to);
  const start = addDays(from, -length);
  const last = laterOf(to, today);
  const firstEventAt = current.firstEventAt ?? now;
  const first = laterOf(start, dayOf(firstEventAt, timeZone));
  await charge(Math.ceil(Math.max(1, lengthOf(first, last)) / DAYS_OF_A_UNIT));
  const { counted, after } = await countUntil(
    db,
    daysBetween(start, to, timeZone),
    endOf(last, timeZone),
    firstEventAt,
  );
  const days = withLevels(counted, levelsBefore(current, after));
  return {
    timeZone,
    totals: {
      members: current.members,
      suspendedMembers: current.members - current.withSeat,
      openInvitations: current.openInvitations,
      expiredInvitations: current.expiredInvitations,
      projects: current.projects,
      activeProjects: current.activeProjects,
    },
    period: sumOf({ from, to }, counted.slice(length)),
    previous: sumOf(
      { from: start, to: addDays(from, -1) },
      counted.slice(0, length),
    ),
    days: days.slice(length),
    previousDays: days.slice(0, length),
    usage: {
      seats: { used: current.withSeat, limit: current.seats },
      projects: { used: current.projects, limit: current.projectLimit },
    },
  };
}

const NO_EVENTS: EventCounts = {
  joined: 0,
  left: 0,
  projectsCreated: 0,
  projectsDeleted: 0,
  events: 0,
};

/**
 * Counts the events of each day, and in one sum the events after the last day. It queries no days before the first
 * event, because their counts are 0.
 */
async function countUntil(
  db: TenantDb,
  days: readonly Day[],
  end: number,
  firstEventAt: number,
): Promise<{ counted: CountedDay[]; after: EventCounts }> {
  const begun = days.filter(({ to }) => to > firstEventAt);
  const rest = { from: days.at(-1)?.to ?? end, to: end };
  const sums = await countSpans(db, [...begun, rest]);
  const after = sums.pop() ?? NO_EVENTS;
  const empty = days.length - begun.length;
  const counted = days.map((day, index) => ({
    ...day,
    ...(sums[index - empty] ?? NO_EVENTS),
  }));
  return { counted, after };
}

/** Computes how many members and projects existed before the counted events happened. */
function levelsBefore(
  { members, projects }: Levels,
  happened: EventCounts,
): Levels {
  const { joined, left, projectsCreated, projectsDeleted } = happened;
  return {
    members: members + left - joined,
    projects: projects + projectsDeleted - projectsCreated,
  };
}

function periodOf(
  requested: RequestedPeriod,
  today: string,
  timeZone: string,
): Span {
  const to = requested.to ? dayOfText(requested.to, timeZone) : today;
  const from = requested.from
    ? dayOfText(requested.from, timeZone)
    : addDays(to, 1 - USUAL_DAYS);
  if (to > addDays(today, 1)) throw invalidField("to", "DAY_IN_FUTURE");
  const length = lengthOf(from, to);
  if (length < 1) throw invalidField("from", "DAYS_REVERSED");
  if (length > MOST_DAYS)
    throw invalidField("from", "TOO_MANY_DAYS", { max: MOST_DAYS });
  return { from, to };
}

function dayOfText(text: string, timeZone: string): string {
  return text.includes("T") ? dayOf(Date.parse(text), timeZone) : text;
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

/**
 * Completes each day with the number of members and projects at its end. It starts with the last day and undoes the
 * events of each day, so that members and projects that were removed later are counted.
 */
function withLevels(counted: readonly CountedDay[], atEnd: Levels) {
  let levels = atEnd;
  return counted
    .toReversed()
    .map((day) => {
      const { date, joined, left, projectsCreated, events } = day;
      const members = Math.max(0, levels.members);
      const projects = Math.max(0, levels.projects);
      levels = levelsBefore(levels, day);
      return {
        date,
        members,
        projects,
        joined,
        left,
        projectsCreated,
        events,
      };
    })
    .toReversed();
}

function sumOf({ from, to }: Span, days: readonly CountedDay[]) {
  const sum = (count: (day: CountedDay) => number) =>
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
