import type { api } from "#client/session/api.ts";
import { texts } from "./texts.ts";

export type Policy = Awaited<
  ReturnType<typeof api.organizations.twoFactor.query>
>;

const DAY_MS = 24 * 60 * 60 * 1000;
const GRACE_DAYS = [0, 3, 7, 14, 30] as const;

/** From when on it is required: as it was saved, or after so many days. */
export type Start = "saved" | `${(typeof GRACE_DAYS)[number]}`;

/** The moment a saved requirement begins; none while nothing is required. */
export function startOf({ from }: Policy): Date | undefined {
  return from === null ? undefined : new Date(from);
}

/** What an admin can choose, each with its day. */
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
