import { type Plan, PLANS } from "#shared/plans";

/** The limits of an organization, which database triggers enforce. Null means that there is no limit. */
export interface Limits {
  seats: number | null;
  projectLimit: number | null;
  roleLimit: number | null;
  serviceAccountLimit: number | null;
}

/** The limits in an installation without payments. */
const NO_LIMITS: Limits = {
  seats: null,
  projectLimit: null,
  roleLimit: null,
  serviceAccountLimit: null,
};

/** @param seats the number of seats that were bought; by default, the most that the plan allows */
export function limitsOf(
  plan: Plan,
  seats: number = PLANS[plan].seats,
): Limits {
  const { projects, roles, serviceAccounts } = PLANS[plan];
  return {
    seats,
    projectLimit: projects,
    roleLimit: roles,
    serviceAccountLimit: serviceAccounts,
  };
}

export function initialLimits(takesPayments: boolean): Limits {
  return takesPayments ? limitsOf("free") : NO_LIMITS;
}
