import type { api } from "#client/session/api.ts";
import { texts } from "./texts.ts";

export type Policy = Awaited<
  ReturnType<typeof api.organizations.twoFactor.query>
>;

const DAY_MS = 24 * 60 * 60 * 1000;
const GRACE_DAYS = [0, 3, 7, 14, 30] as const;

/** The date from which members need 2FA: the saved date, or a number of days from now. */
export type Start = "saved" | `${(typeof GRACE_DAYS)[number]}`;

/** Returns the date from which members need 2FA; undefined while 2FA is not required. */
export function startOf({ from }: Policy): Date | undefined {
  return from === null ? undefined : new Date(from);
}

/** Returns the options for the date from which members need 2FA. */
export function startChoices(policy: Policy, now: number) {
  const from = startOf(policy);
  const graces = GRACE_DAYS.map((days) => ({
    value: `${days}` as Start,
    label: days === 0 ? texts().policy.now : texts().policy.inDays(days),
    description:
      days === 0 ? undefined : texts().policy.on(new Date(now + days * DAY_MS)),
  }));
  if (!from) return graces;
  const label = texts().policy.keep(from, policy.isInForce);
  return [{ value: "saved" as Start, label }, ...graces];
}
