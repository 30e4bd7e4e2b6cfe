import { catalogue } from "#client/lib/language/catalogue.ts";
import { type Plan, PLANS } from "#shared/plans.ts";
import { formatCount, formatList } from "#client/lib/formats/number.ts";

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${formatCount(count)} ${many}`;

export const texts = catalogue("app/notices", {
  label: "Billing",
  payment: "Payment",
  trial: "Trial",
  goToBilling: "Go to billing",
  hide: "Hide until next visit",
  frozen: (members: number, projects: number) => {
    const parts = [
      members > 0
        ? `${counted(members, "member is", "members are")} read-only`
        : "",
      projects > 0
        ? `${counted(projects, "project is", "projects are")} read-only`
        : "",
    ].filter(Boolean);
    return `${formatList(parts)} because you’ve exceeded your plan’s limits.`;
  },
  view: {
    label: "View as a role",
    text: (role: string) => `You’re viewing as ${role}.`,
    readOnly: "You can’t make changes.",
    exit: "Exit",
  },
  you: {
    label: "Read-only access",
    text: (organization: string) =>
      `You have read-only access because ${organization} is out of seats.`,
    ask: (admins: readonly string[]) =>
      admins.length === 0
        ? "Ask an admin for a seat."
        : `Ask ${formatList(admins, "disjunction")} for a seat.`,
  },
  limit: {
    SEAT_LIMIT: {
      title: "You’re out of seats",
      text: (organization: string) =>
        `Members and pending invitations use all seats of ${organization}.`,
      alternative: "You can also revoke an invitation or remove a member.",
      action: "Add seats",
    },
    PROJECT_LIMIT: {
      title: "Project limit reached",
      text: (organization: string, plan: Plan) =>
        `${organization} has reached the project limit of the ${PLANS[plan].label} plan. Projects above the limit are read-only.`,
      alternative: "You can also delete a project you no longer need.",
      action: "Compare plans",
    },
    FEATURE_NOT_IN_PLAN: {
      title: "Not included in your plan",
      text: (organization: string, plan: Plan) =>
        `The ${PLANS[plan].label} plan of ${organization} doesn’t include this, or its limit is reached.`,
      alternative: "",
      action: "Compare plans",
    },
  },
  ask: (admins: readonly string[]) =>
    admins.length === 0
      ? "Ask an admin to upgrade."
      : `Ask ${formatList(admins, "disjunction")} to upgrade.`,
  close: "Close",
  twoFactor: {
    notice: {
      label: "Two-factor authentication",
      requires: "requires two-factor authentication from",
      after: "After that you’ll be locked out until you set it up.",
      setUp: "Set up 2FA",
    },
    blocked: {
      title: (organization: string) =>
        `${organization} requires two-factor authentication`,
      text: "You’re locked out until you set up 2FA. Add an authenticator app or a passkey: it takes about two minutes, and you’ll have access again immediately.",
      kept: "Your work here is kept.",
      others: "You can still switch to your other organizations at the top.",
      setUp: "Set up two-factor authentication",
      leave: "Leave organization…",
    },
  },
});
