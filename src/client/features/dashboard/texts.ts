import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatCount, formatList } from "#client/lib/formats/number.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import type { JSX } from "solid-js";

/** The names of the periods that the page offers. */
const period = (days: number) => (days < 365 ? `${days} days` : "12 months");
const readOnly = (members: number, projects: number): string => {
  const parts = [
    members > 0
      ? `${formatCount(members)} ${members === 1 ? "member" : "members"}`
      : "",
    projects > 0
      ? `${formatCount(projects)} ${projects === 1 ? "project" : "projects"}`
      : "",
  ].filter(Boolean);
  const verb = members + projects === 1 ? "is" : "are";
  return `${formatList(parts)} ${verb} read-only`;
};

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${formatCount(count)} ${many}`;
/** What takes a seat: suspended members and expired invitations take none. */
const seatHolders = (memberCount: number, invited: number) =>
  [
    counted(memberCount, "active member", "active members"),
    invited > 0 &&
      counted(invited, "unexpired invitation", "unexpired invitations"),
  ]
    .filter(Boolean)
    .join(", ");

export const texts = catalogue("features/dashboard", {
  title: "Dashboard",
  welcome: (name: JSX.Element): JSX.Element => ["Welcome back, ", name],
  attention: {
    title: "Needs your attention",
    viewBilling: "View billing",
    payment: {
      failed: "Your last payment failed",
      until: (plan: string, day: Date) =>
        `You’ll lose the ${plan} plan on ${formatDay(day)}.`,
      ended: (plan: string) =>
        `The ${plan} plan is paused until you pay the open invoice.`,
      action: "Update payment",
    },
    trial: {
      ends: (plan: string, when: string) => `Your ${plan} trial ends ${when}`,
      afterwards: (plan: string) =>
        `Subscribe to keep the ${plan} plan. Otherwise you’ll move to Free.`,
      action: "Choose a plan",
    },
    readOnly: {
      count: readOnly,
      why: "You’ve exceeded your plan’s limits.",
      action: "Manage plan",
    },
    seats: {
      full: (limit: number) =>
        limit === 1
          ? "Your only seat is in use"
          : `All ${formatCount(limit)} seats are in use`,
      why: "To invite more people, add seats or remove a member.",
      action: "Add seats",
    },
    twoFactor: {
      lacking: (count: number) =>
        count === 1
          ? "1 member doesn’t use 2FA"
          : `${formatCount(count)} members don’t use 2FA`,
      lockedOut: "They’re locked out until they set it up.",
      from: (day: Date) =>
        `They’ll be locked out on ${formatDay(day)} unless they set it up.`,
      action: "View members",
    },
    requests: {
      count: (count: number) =>
        count === 1
          ? "1 request from a member"
          : `${formatCount(count)} requests from members`,
      why: "Members ask for a role or a seat.",
      action: "Review requests",
    },
    inactive: {
      count: (count: number, days: number) =>
        count === 1
          ? `1 member hasn’t been active for ${days} days`
          : `${formatCount(count)} members haven’t been active for ${days} days`,
      why: "Suspend or remove members who no longer need access.",
      action: "View members",
    },
    role: {
      unused: (name: string) => `The role “${name}” isn’t used`,
      why: "Assign it to a member, or delete it.",
      action: "View role",
      more: (count: number) =>
        `${formatCount(count)} more unused ${count === 1 ? "role" : "roles"}`,
    },
    domain: {
      failing: (domain: string) => `DNS record missing for ${domain}`,
      until: (day: Date) => `Verification ends on ${formatDay(day)}.`,
      lapsed: (domain: string) => `${domain} is no longer verified`,
      joinStopped:
        "People with this email domain can’t join until you verify it.",
      action: "View record",
      more: (count: number) =>
        `${formatCount(count)} more ${count === 1 ? "domain" : "domains"}`,
    },
    key: {
      expires: (name: string, last4: string, when: string) =>
        `API key “${name}” (…${last4}) expires ${when}`,
      expired: (name: string, last4: string, when: string) =>
        `API key “${name}” (…${last4}) expired ${when}`,
      rotate: "Rotate it, or revoke it if you no longer need it.",
      rotateOf: (owner: string) =>
        `Belongs to ${owner}. Rotate it, or revoke it if it’s no longer needed.`,
      action: "Manage key",
      more: (count: number) =>
        `${formatCount(count)} more API ${count === 1 ? "key" : "keys"}`,
    },
    account: {
      noSteward: (name: string) => `Service account “${name}” has no steward`,
      why: "Choose a member who’s responsible for it.",
      action: "Choose steward",
      more: (count: number) =>
        `${formatCount(count)} more service ${count === 1 ? "account" : "accounts"}`,
    },
    invitation: {
      expired: (email: JSX.Element, when: string): JSX.Element => [
        "Invitation to ",
        email,
        ` expired ${when}`,
      ],
      notSent: (email: JSX.Element): JSX.Element => [
        "Invitation to ",
        email,
        " wasn’t delivered",
      ],
      from: (inviter: string, role: string) =>
        `Invited by ${inviter} as ${role}.`,
      notSentWhy: "Check the address, or resend the invitation later.",
      resend: "Resend…",
      revoke: "Revoke…",
      more: (count: number) =>
        `${formatCount(count)} more ${count === 1 ? "invitation" : "invitations"}`,
    },
  },
  range: {
    label: "Period",
    "30d": "30 days",
    "7d": "7 days",
    "90d": "90 days",
    "12m": "12 months",
  },
  overview: {
    title: "Overview",
    charts: "Chart",
    metrics: { events: "Activity", members: "Members", projects: "Projects" },
    change: {
      up: (amount: string) => `▲ ${amount}`,
      down: (amount: string) => `▼ ${amount}`,
      none: (_amount: string) => "No change",
    },
    comparison: (now: string, before: string, days: number) =>
      `${now}, compared with ${before} in the previous ${period(days)}`,
    previous: (days: number) => `Previous ${period(days)}`,
    suspended: (count: number) => `${formatCount(count)} suspended`,
    fromTo: (first: string, last: string) => `From ${first} to ${last}`,
    events: (count: number, perDay: number) =>
      `${formatCount(count)} ${count === 1 ? "event" : "events"}${perDay >= 1 ? ` · ${formatCount(perDay)} per day` : ""}`,
  },
  members: {
    title: "Active members",
    all: "All members",
    invite: "Invite",
    member: (name: string, role: string) => `${name} · ${role}`,
    active: (member: string, when: string) => `${member} · Active ${when}`,
  },
  activity: {
    title: "Recent activity",
    all: "View audit log",
    none: "No events yet",
  },
  usage: {
    title: "Plan usage",
    billing: "View billing",
    seatsDetail: seatHolders,
    seats: "Seats",
    projects: "Projects",
  },
  recent: {
    title: "Recent projects",
    all: "All projects",
    changedBy: (author: JSX.Element): JSX.Element => ["Changed by ", author],
    none: "No active projects",
    create: "New project",
  },
  steps: {
    title: "Get started",
    count: (done: number, all: number) => `${done} of ${all} done`,
    done: "Done",
    dismiss: "Dismiss",
    project: "Create a project",
    projectText: "Projects hold your team’s work.",
    invite: "Invite your team",
    inviteText: "Enter email addresses and choose a role.",
    audit: "Explore the audit log",
    auditText: "See who did what, and when.",
  },
  commands: {
    dashboard: "Dashboard",
    words: "home overview start",
  },
});
