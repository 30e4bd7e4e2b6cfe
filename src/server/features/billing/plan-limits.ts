import { type Plan, PLANS } from "#shared/plans";

/** What is stored with an organization, where triggers hold every way of writing to it; null for any number. */
export interface Limits {
  seats: number | null;
  projectLimit: number | null;
  roleLimit: number | null;
}

/** Of an installation that takes no payments. */
const NO_LIMITS: Limits = { seats: null, projectLimit: null, roleLimit: null };

/**
 * What a plan allows.
 * @param seats how many were bought; all that the plan has when left out
 */
export function limitsOf(
  plan: Plan,
  seats: number = PLANS[plan].seats,
): Limits {
  const { projects, roles } = PLANS[plan];
  return { seats, projectLimit: projects, roleLimit: roles };
}

/** What a new organization may do before it has bought anything. */
export function firstLimits(takesPayments: boolean): Limits {
  return takesPayments ? limitsOf("free") : NO_LIMITS;
}
