import { newIdAt } from "#shared/id";
import { workingMoment } from "./calendar";
import type { Rows } from "./history";
import type { People, Person } from "./people";
import type { Random } from "./random";

/** What the story of one organization is told with. */
export interface Telling {
  orgId: string;
  people: People;
  random: Random;
  now: number;
}

export function momentOf({ random, now }: Telling, daysAgo: number): number {
  return workingMoment(random, now, daysAgo);
}

/** One of several, by their user ids. */
export function someone(
  { people, random }: Telling,
  userIds: readonly string[],
): Person {
  const among = [...people.values()].filter(({ id }) => userIds.includes(id));
  return random.pick(among);
}

export function membershipRow(
  orgId: string,
  userId: string,
  role: string,
  joinedAt: number,
): Rows["memberships"] {
  const id = newIdAt("membership", joinedAt);
  const seat = { isFrozen: false, keepsSeat: false };
  return { orgId, id, userId, role, joinedAt, suspendedAt: null, ...seat };
}
