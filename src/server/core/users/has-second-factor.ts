import { and, isNotNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { passkeys } from "./passkeys-table";
import { totpSecrets } from "./two-factor-table";

/**
 * Whether a person, given by a column or a value, has a second factor: an authenticator app or a passkey. For reads of
 * many people, and for guards in a batch; `readFactors` tells which ones.
 */
export function holdsSecondFactor(userId: SQLWrapper): SQL<number> {
  const app = and(
    sql`${totpSecrets.userId} = ${userId}`,
    isNotNull(totpSecrets.confirmedAt),
  );
  const passkey = sql`${passkeys.userId} = ${userId}`;
  // In parentheses of its own: Drizzle takes the table's name off the columns of a chosen field, but not off nested ones.
  return sql`(${sql`exists (select 1 from ${totpSecrets} where ${app}) or exists (select 1 from ${passkeys} where ${passkey})`})`;
}
