/** Plans as data: what each is called and the limits it carries. */
export const PLANS = {
  free: { label: "Free", invitationsPerDay: 50, auditRetentionDays: 90 },
  team: { label: "Team", invitationsPerDay: 250, auditRetentionDays: 730 },
  business: {
    label: "Business",
    invitationsPerDay: 1000,
    auditRetentionDays: 2555,
  },
} as const;

export type Plan = keyof typeof PLANS;
export const PLAN_NAMES = Object.keys(PLANS) as [Plan, ...Plan[]];
