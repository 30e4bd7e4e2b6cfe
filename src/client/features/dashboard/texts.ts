import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatCount } from "#client/lib/formats/number.ts";
import type { JSX } from "solid-js";

/** The names of the periods that the page offers. */
const period = (days: number) => (days < 365 ? `${days} days` : "12 months");

export const texts = catalogue("features/dashboard", {
  title: "Dashboard",
  welcome: (name: JSX.Element): JSX.Element => ["Welcome back, ", name],
  range: {
    label: "Period",
    "30d": "30 days",
    "7d": "7 days",
    "90d": "90 days",
    "12m": "12 months",
  },
  totals: {
    members: "Members",
    memberChange: (now: string, days: number) =>
      `${now} in the last ${period(days)}`,
    invitations: "Pending invitations",
    expired: (count: string) => `${count} expired`,
    projects: "Active projects",
    newProjects: (now: string, before: string, days: number) =>
      `${now} new (${before} in the previous ${period(days)})`,
    activity: "Activity",
    more: (share: string, days: number) =>
      `+${share} vs. previous ${period(days)}`,
    less: (share: string, days: number) =>
      `−${share} vs. previous ${period(days)}`,
    same: "No change",
    nothingBefore: (days: number) =>
      `No events in the previous ${period(days)}`,
    unavailable: "Not available",
  },
  charts: {
    members: "Members",
    projects: "Projects",
    activity: "Activity",
    fromTo: (first: string, last: string) => `from ${first} to ${last}`,
    events: (count: number, perDay: number) =>
      `${formatCount(count)} ${count === 1 ? "event" : "events"}${perDay >= 1 ? ` · ${formatCount(perDay)} per day` : ""}`,
  },
  usage: {
    title: "Plan usage",
    billing: "View billing",
    seats: "Seats",
    projects: "Projects",
  },
  recent: {
    title: "Recent projects",
    all: "All projects",
    none: "No active projects",
    create: "New project",
  },
  steps: {
    title: "Get started",
    count: (done: number, all: number) => `${done} of ${all} done`,
    done: "Done",
    project: "Create a project",
    projectText: "Projects hold your team’s work.",
    invite: "Invite your team",
    inviteText: "Enter email addresses and choose a role.",
    audit: "Explore the audit log",
    auditText: "See who did what, and when.",
  },
});
