import { DEMO_PASSWORD } from "#shared/demo";
import { createPasswords } from "#server/core/users/passwords";
import { users } from "#server/core/users/table";
import type { Config } from "#server/kernel/config/config";
import { createSigner } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import { acme } from "./acme";
import { billingStatements } from "./billing";
import { globex } from "./globex";
import type { OrganizationHistory } from "./history";
import { createPeople, type Person, type PersonEmail } from "./people";
import { createRandom } from "./random";
import { auditStatements, rowStatements, store, userStatement } from "./store";
import { tellStory } from "./story";

const SCRIPTS = [acme, globex];
const CHANCE = 20_261_117;

export async function isEmpty({ drizzle }: Database): Promise<boolean> {
  const anybody = await drizzle.select({ id: users.id }).from(users).limit(1);
  return anybody.length === 0;
}

/** Fills an empty database with two organizations, their people and a year of their work, up to `now`. */
export async function seedDemo(
  db: Database,
  { secret, billing }: Pick<Config, "secret" | "billing">,
  now = Date.now(),
): Promise<void> {
  // One hash for all of them: hashing is what would take time.
  const passwordHash = await createPasswords().hash(DEMO_PASSWORD);
  const people = createPeople(now, arrivalDaysAgo);
  const random = createRandom(CHANCE);
  const histories = SCRIPTS.map((script) =>
    tellStory(script, people, random, now),
  );
  const userStatements = [...people.values()].map((person) =>
    userStatement(person, passwordHash, homeOf(person, histories)),
  );
  // People come last: until then the database counts as empty, and a seed that was interrupted runs again.
  const signer = createSigner(secret, "audit");
  const log = histories.flatMap((history) => auditStatements(history, signer));
  await store(db, log);
  const bought =
    billing.provider === "fake"
      ? histories.flatMap((history) => billingStatements(history, now))
      : [];
  const rows = histories.flatMap(rowStatements);
  await store(db, [...userStatements, ...rows, ...bought]);
}

/** A few days before the first organization they came to. */
function arrivalDaysAgo(email: PersonEmail): number {
  const arrivals = SCRIPTS.flatMap(({ founder, foundedDaysAgo, joinings }) => [
    ...(founder === email ? [foundedDaysAgo] : []),
    ...joinings.filter((one) => one.email === email).map((one) => one.daysAgo),
  ]);
  return Math.max(...arrivals) + 4;
}

/** Where their next visit starts. */
function homeOf({ id }: Person, histories: OrganizationHistory[]) {
  const home = histories.find((history) =>
    history.rows("memberships").some(({ userId }) => userId === id),
  );
  return home?.orgId ?? null;
}
