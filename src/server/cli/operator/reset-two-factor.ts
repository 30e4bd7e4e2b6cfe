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

/** The tables with a user's second factors, and with the sessions and devices that these may have confirmed. */
const DELETED_TABLES = [
  totpSecrets,
  passkeys,
  recoveryCodes,
  signInChallenges,
  sessions,
  knownDevices,
];

/**
 * Removes all second factors of a user who has lost them, and queues a mail that notifies the user. The operator must
 * verify the identity of the user first.
 * @returns the removed factors
 * @throws Error for an unknown address
 */
export async function resetTwoFactor(
  db: Database,
  { secret, publicUrl }: Pick<Config, "secret" | "publicUrl">,
  address: string,
): Promise<SecondFactors> {
  const email = normalizeEmail(address);
  const user = await db.drizzle
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, email))
    .get();
  if (!user) throw new Error(`No account has the address ${email}.`);
  const removed = await readSecondFactors(db, user.id);
  const work = new UnitOfWork();
  for (const table of DELETED_TABLES)
    work.write(deleteStatement(table, { userId: user.id }));
  const link = createLinks(publicUrl).twoFactor();
  const payload = secondFactorResetMail({ to: email, link });
  const { outbox } = createSealers(secret, []);
  const subject = subjectOf({ kind: "notice" }, email);
  enqueue(work, outbox, { topic: "mail", subject, payload });
  await work.commit(db.client);
  return removed;
}
