import { eq } from "drizzle-orm";
import { normalizeEmail } from "#shared/fields";
import { knownDevices } from "#server/features/accounts/devices/table";
import { passkeys } from "#server/core/users/passkeys-table";
import { users } from "#server/core/users/table";
import { sessions } from "#server/core/sessions/table";
import {
  type SecondFactors,
  readSecondFactors,
} from "#server/core/users/second-factors";
import {
  recoveryCodes,
  signInChallenges,
  totpSecrets,
} from "#server/core/users/two-factor-table";
import type { Config } from "#server/kernel/config/config";
import { createSealers } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import { deleteStatement } from "#server/kernel/db/statement";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { subjectOf } from "#server/kernel/mail/kind";
import { createLinks } from "#server/kernel/mail/links";
import { secondFactorResetMail } from "#server/features/accounts/two-factor/mail";
import { enqueue } from "#server/kernel/outbox/enqueue";

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
): Promise<SecondFactors> {
  const email = normalizeEmail(address);
  const person = await db.drizzle
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, email))
    .get();
  if (!person) throw new Error(`Nobody has the address ${email}.`);
  const removed = await readSecondFactors(db, person.id);
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
