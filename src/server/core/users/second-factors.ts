import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Database } from "#server/kernel/db/client";
import { passkeys } from "./passkeys-table";
import { users } from "./table";
import { recoveryCodes, totpSecrets } from "./two-factor-table";

/** What a person can prove themselves with besides a password. */
export interface Factors {
  totp: boolean;
  passkeys: number;
  recoveryCodes: number;
}

export const SECOND_FACTORS = ["totp", "passkey", "recoveryCode"] as const;
export type SecondFactor = (typeof SECOND_FACTORS)[number];

/** One read for all of them. */
export async function readFactors(
  { drizzle }: Pick<Database, "drizzle">,
  userId: string,
): Promise<Factors> {
  const row = await drizzle
    .select({
      totp: sql<number>`exists (select 1 from ${totpSecrets} where ${and(
        eq(totpSecrets.userId, userId),
        isNotNull(totpSecrets.confirmedAt),
      )})`,
      passkeys: drizzle.$count(passkeys, eq(passkeys.userId, userId)),
      recoveryCodes: drizzle.$count(
        recoveryCodes,
        eq(recoveryCodes.userId, userId),
      ),
    })
    .from(users)
    .where(eq(users.id, userId))
    .get();
  return {
    totp: row?.totp === 1,
    passkeys: row?.passkeys ?? 0,
    recoveryCodes: row?.recoveryCodes ?? 0,
  };
}

/** Whether a password alone signs the person in no more. */
export function hasSecondFactor({ totp, passkeys: keys }: Factors): boolean {
  return totp || keys > 0;
}

/** What the person may answer the second question with. */
export function methodsOf(factors: Factors): SecondFactor[] {
  const has: Record<SecondFactor, boolean> = {
    totp: factors.totp,
    passkey: factors.passkeys > 0,
    recoveryCode: factors.recoveryCodes > 0,
  };
  return SECOND_FACTORS.filter((method) => has[method]);
}
