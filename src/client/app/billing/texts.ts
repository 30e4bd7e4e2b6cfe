import { catalogue } from "#client/lib/language/catalogue.ts";
import { type Plan, PLANS } from "#shared/plans.ts";
import { formatCount, formatList } from "#client/lib/formats/number.ts";

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${formatCount(count)} ${many}`;
const both = (parts: readonly string[]) => formatList(parts);

export const texts = catalogue("app/billing", {
  label: "Billing",
  payment: "Payment",
  trial: "Trial",
  goToBilling: "Go to billing",
  hide: "Hide until I come back",
  frozen: (members: number, projects: number) => {
    const parts = [
      members > 0
        ? `${counted(members, "member", "members")} can only read`
        : "",
      projects > 0
        ? `${counted(projects, "project", "projects")} can only be read`
        : "",
    ].filter(Boolean);
    return `${both(parts)}: the plan has no room for more.`;
  },
  you: {
    label: "Reading only",
    text: (organization: string) =>
      `You can only read here: ${organization} has fewer seats than members.`,
    ask: (admins: readonly string[]) =>
      admins.length === 0
        ? "Ask one of its admins for a seat."
        : `Ask an admin for a seat: ${formatList(admins, "disjunction")}.`,
  },
  limit: {
    SEAT_LIMIT: {
      title: "No seat is left",
      text: (organization: string) =>
        `Every seat of ${organization} is taken, by a member or by an invitation.`,
      orElse: "Or make room: revoke an invitation, or remove a member.",
      action: "Get more seats",
    },
    PROJECT_LIMIT: {
      title: "No room for more projects",
      text: (organization: string, plan: Plan) =>
        `${organization} has as many projects as ${PLANS[plan].label} includes. What is beyond them can only be read.`,
      orElse: "Or make room: delete a project that nobody needs.",
      action: "See larger plans",
    },
    FEATURE_NOT_IN_PLAN: {
      title: "Your plan does not include this",
      text: (organization: string, plan: Plan) =>
        `${organization} is on ${PLANS[plan].label}, which does not have this, or no more of it.`,
      orElse: "",
      action: "See larger plans",
    },
  },
  ask: (admins: readonly string[]) =>
    admins.length === 0
      ? "Ask one of its admins."
      : `Ask an admin: ${formatList(admins, "disjunction")}.`,
  close: "Close",
});
