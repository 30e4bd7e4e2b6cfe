import { DEMO_PASSWORD } from "#shared/demo";
import { newIdAt } from "#shared/id";
import { createPasswords } from "#server/core/users/passwords";
import { users } from "#server/core/users/table";
import type { Config } from "#server/kernel/config/config";
import { createSigner } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import { activityStatement } from "./activity";
import { billingStatements } from "./billing";
import { OrganizationHistory, type Scene } from "./history";
import { type DemoOrganization, ORGANIZATIONS } from "./organizations";
import { createPeople, type DemoPerson } from "./people";
import { programEvents } from "./program-events";
import { projectEvents } from "./project-events";
import { createRandom, DAY } from "./random";
import { auditStatements, rowStatements, store, userStatement } from "./store";
import { teamEvents } from "./team-events";
import { usageStatements } from "./usage";

const RANDOM_SEED = 20_261_117;

export async function isEmpty({ drizzle }: Database): Promise<boolean> {
  const found = await drizzle.select({ id: users.id }).from(users).limit(1);
  return found.length === 0;
}

/** Fills an empty database with two organizations, their users, and one year of activity up to `now`. */
export async function seedDemo(
  db: Database,
  { secret, billing }: Pick<Config, "secret" | "billing">,
  now = Date.now(),
): Promise<void> {
  // All users share one password hash, because hashing is slow.
  const passwordHash = await createPasswords().hash(DEMO_PASSWORD);
  const people = createPeople(now, signedUpDaysAgo);
  const random = createRandom(RANDOM_SEED);
  const histories = ORGANIZATIONS.map((organization) =>
    historyOf(organization, { people, random, now }),
  );
  const signer = createSigner(secret, "audit");
  const log = histories.flatMap((history) => auditStatements(history, signer));
  // The audit log is stored before the users: after an interruption the database still counts as empty.
  await store(db, log);
  const userStatements = [...people.values()].map((person) =>
    userStatement(person, passwordHash, activeOrgOf(person, histories)),
  );
  const rows = histories.flatMap(rowStatements);
  const payments =
    billing.provider === "fake"
      ? histories.flatMap((history) => billingStatements(history, now))
      : [];
  const usage = histories.flatMap((history) => usageStatements(history, now));
  await store(db, [
    ...userStatements,
    ...rows,
    ...payments,
    ...usage,
    activityStatement(now),
  ]);
}

/** Creates the history of a sample organization by applying all its events up to now. */
function historyOf(
  organization: DemoOrganization,
  { people, random, now }: Pick<Scene, "people" | "random" | "now">,
): OrganizationHistory {
  const foundedAt = now - organization.foundedDaysAgo * DAY;
  const history = new OrganizationHistory(newIdAt("organization", foundedAt));
  const scene = { organization, history, people, random, now };
  [...teamEvents(scene), ...projectEvents(scene), ...programEvents(scene)]
    .filter(({ at }) => at < now)
    .toSorted((one, other) => one.at - other.at)
    .forEach(({ apply }) => apply());
  return history;
}

/** Returns how many days ago a user signed up: a few days before joining their first organization. */
function signedUpDaysAgo(email: string): number {
  const joined = ORGANIZATIONS.flatMap(({ founder, foundedDaysAgo, team }) => [
    ...(founder === email ? [foundedDaysAgo] : []),
    ...team
      .filter(([, kind, who]) => kind === "join" && who === email)
      .map(([daysAgo]) => daysAgo),
  ]);
  return Math.max(...joined) + 4;
}

function activeOrgOf({ id }: DemoPerson, histories: OrganizationHistory[]) {
  const joined = histories.find((history) =>
    history.rows("memberships").some(({ userId }) => userId === id),
  );
  return joined?.orgId ?? null;
}
