import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatCount } from "#client/lib/formats/number.ts";
import type { JSX } from "solid-js";

export const texts = catalogue("features/dashboard", {
  welcome: (name: JSX.Element): JSX.Element => ["Good to see you, ", name, "."],
  range: {
    label: "Period",
    "30d": "30 days",
    "7d": "7 days",
    "90d": "90 days",
    "12m": "12 months",
  },
  cards: {
    members: "Members",
    membersChange: (now: string, before: string) =>
      `${now} in this period, ${before} in the one before`,
    invitations: "Open invitations",
    expired: (count: string) => `${count} expired`,
    projects: "Active projects",
    projectsMade: (now: string, before: string) =>
      `${now} created, ${before} in the period before`,
    activity: "Activity",
    more: (share: string) => `${share} more than in the period before`,
    less: (share: string) => `${share} less than in the period before`,
    same: "As much as in the period before",
    nothingBefore: "Nothing in the period before",
    unavailable: "Not available",
  },
  charts: {
    members: "Members",
    projects: "Projects",
    activity: "Activity",
    from: (first: string, last: string) => `from ${first} to ${last}`,
    changes: (count: number, average: number) =>
      `${formatCount(count)} ${count === 1 ? "change" : "changes"}${average >= 1 ? `, ${formatCount(average)} a day` : ""}`,
  },
  usage: {
    title: "Usage",
    description: "How much of the plan is used.",
    billing: "Plan and billing",
    seats: "Seats",
    projects: "Projects",
  },
  newest: {
    title: "Newest projects",
    all: "All projects",
    none: "There are no active projects.",
    make: "New project",
  },
  steps: {
    title: "Get started",
    count: (done: number, all: number) => `${done} of ${all} done`,
    done: "Done",
    project: "Create a project",
    projectText: "Projects hold what your team works on.",
    invite: "Invite somebody",
    inviteText: "Paste a list of addresses and choose a role.",
    audit: "Look at the audit log",
    auditText: "Who did what and when, from the first minute.",
  },
});
