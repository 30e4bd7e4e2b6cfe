import {
  and,
  eq,
  isNotNull,
  type Placeholder,
  type SQL,
  type SQLWrapper,
  sql,
} from "drizzle-orm";
import type { Database } from "#server/kernel/db/client";
import { passkeys } from "./passkeys-table";
import { defineRead, prepareRead } from "#server/kernel/db/prepared-read";
import { users } from "./table";
import { recoveryCodes, totpSecrets } from "./two-factor-table";

export interface SecondFactors {
  /** Whether the user has confirmed an authenticator app. */
  totp: boolean;
  passkeys: number;
  /** The number of unused recovery codes. */
  recoveryCodes: number;
}

export const SECOND_FACTORS = ["totp", "passkey", "recoveryCode"] as const;
export type SecondFactor = (typeof SECOND_FACTORS)[number];

const factorsOfUser = defineRead<{ userId: string }>()((drizzle, value) => {
  const userId = value("userId");
  return drizzle
    .select({
      totp: sql<number>`${hasConfirmedApp(userId)}`,
      passkeys: countSql(passkeys, userId),
      recoveryCodes: countSql(recoveryCodes, userId),
    })
    .from(users)
    .where(eq(users.id, userId));
});

function countSql(
  table: typeof passkeys | typeof recoveryCodes,
  userId: Placeholder,
): SQL<number> {
  return sql`(select count(*) from ${table} where ${table.userId} = ${userId})`;
}

/** Reads the second factors that a user has set up. */
export async function readSecondFactors(
  db: Pick<Database, "drizzle">,
  userId: string,
): Promise<SecondFactors> {
  const row = await factorsOfUser.get(db, { userId });
  return {
    totp: row?.totp === 1,
    passkeys: row?.passkeys ?? 0,
    recoveryCodes: row?.recoveryCodes ?? 0,
  };
}

/** Whether sign-in asks for a second factor. Recovery codes do not count: they only replace a lost second factor. */
export function hasSecondFactor({ totp, passkeys: keys }: SecondFactors) {
  return totp || keys > 0;
}

/** The kinds of second factor that a user can sign in with. */
export function methodsOf(factors: SecondFactors): SecondFactor[] {
  const has: Record<SecondFactor, boolean> = {
    totp: factors.totp,
    passkey: factors.passkeys > 0,
    recoveryCode: factors.recoveryCodes > 0,
  };
  return SECOND_FACTORS.filter((method) => has[method]);
}

/**
 * Returns the SQL condition that a user has a second factor, for queries over many users and for guards.
 * @param userId a column or a value
 */
export function hasSecondFactorSql(userId: SQLWrapper): SQL<number> {
  const passkey = sql`${passkeys.userId} = ${userId}`;
  // The outer parentheses are needed: Drizzle removes the table name from columns of a selected field that are not
  // nested.
  return sql`(${sql`${hasConfirmedApp(userId)} or exists (select 1 from ${passkeys} where ${passkey})`})`;
}

/** Prepares the query for whether a user has a second factor. */
export function prepareHasSecondFactor({
  client,
  drizzle,
}: Pick<Database, "client" | "drizzle">) {
  const select = drizzle
    .select({ held: hasSecondFactorSql(users.id) })
    .from(users)
    .where(eq(users.id, sql.placeholder("userId")));
  return prepareRead(client, select);
}

function hasConfirmedApp(userId: SQLWrapper): SQL {
  const app = and(
    sql`${totpSecrets.userId} = ${userId}`,
    isNotNull(totpSecrets.confirmedAt),
  );
  return sql`exists (select 1 from ${totpSecrets} where ${app})`;
}
