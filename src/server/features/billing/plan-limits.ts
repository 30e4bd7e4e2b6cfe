import { type Plan, PLANS } from "#shared/plans";

/** The limits that an organization stores and triggers enforce; null for any number. */
export interface Limits {
  seats: number | null;
  projectLimit: number | null;
  roleLimit: number | null;
}

/** For an installation without payments. */
const NO_LIMITS: Limits = { seats: null, projectLimit: null, roleLimit: null };

/** @param seats how many were bought; the most that the plan allows when omitted */
export function limitsOf(
  plan: Plan,
  seats: number = PLANS[plan].seats,
): Limits {
  const { projects, roles } = PLANS[plan];
  return { seats, projectLimit: projects, roleLimit: roles };
}

/** The limits of a new organization. */
export function initialLimits(takesPayments: boolean): Limits {
  return takesPayments ? limitsOf("free") : NO_LIMITS;
}
