import { eq } from "drizzle-orm";
import { normalizeEmail } from "../../shared/fields";
import { knownDevices } from "../auth/devices/schema";
import { passkeys } from "../auth/passkeys/schema";
import { sessions, users } from "../auth/schema";
import { type Factors, readFactors } from "../auth/two-factor/factors";
import {
  recoveryCodes,
  signInChallenges,
  totpSecrets,
} from "../auth/two-factor/schema";
import type { Config } from "../config";
import { createSealers } from "../crypto";
import type { Database } from "../db/client";
import { deleteStatement } from "../db/statement";
import { UnitOfWork } from "../db/unit-of-work";
import { subjectOf } from "../mail/kind";
import { createLinks } from "../mail/links";
import { secondFactorResetMail } from "../mail/two-factor";
import { enqueue } from "../outbox/enqueue";

/** All that a person proves themselves with besides a password, and all that was opened with it. */
const TAKEN_AWAY = [
  totpSecrets,
  passkeys,
  recoveryCodes,
  signInChallenges,
  sessions,
  knownDevices,
];

/**
 * For somebody who lost their second factor and their recovery codes. Whoever runs the program has made sure who asks;
 * the owner of the address is told in any case. The mail leaves through the server that works on the database, or the
 * next that does.
 * @returns what was removed
 * @throws Error when nobody has the address
 */
export async function resetTwoFactor(
  db: Database,
  { secret, publicUrl }: Pick<Config, "secret" | "publicUrl">,
  address: string,
): Promise<Factors> {
  const email = normalizeEmail(address);
  const person = await db.drizzle
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, email))
    .get();
  if (!person) throw new Error(`Nobody has the address ${email}.`);
  const removed = await readFactors(db, person.id);
  const work = new UnitOfWork();
  for (const table of TAKEN_AWAY)
    work.write(deleteStatement(table, { userId: person.id }));
  const link = createLinks(publicUrl).twoFactor();
  const payload = secondFactorResetMail({ to: email, link });
  const { outbox } = createSealers(secret, []);
  const subject = subjectOf({ kind: "notice" }, email);
  enqueue(work, outbox, { topic: "mail", subject, payload });
  await work.commit(db.client);
  return removed;
}
