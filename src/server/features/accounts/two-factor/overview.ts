import { asc, eq } from "drizzle-orm";
import { readSecondFactors } from "#server/core/users/second-factors";
import { users } from "#server/core/users/table";
import type { Context } from "#server/rpc/context";
import { identities } from "../linked-accounts/table";

/** Reads which sign-in methods and second factors a user has. */
export async function readOverview({ db }: Context, userId: string) {
  const [user, linked, factors] = await Promise.all([
    db.drizzle
      .select({ passwordHash: users.passwordHash })
      .from(users)
      .where(eq(users.id, userId))
      .get(),
    db.drizzle
      .select({ provider: identities.provider })
      .from(identities)
      .where(eq(identities.userId, userId))
      .orderBy(asc(identities.id)),
    readSecondFactors(db, userId),
  ]);
  return {
    hasPassword: !!user?.passwordHash,
    linkedAccounts: [...new Set(linked.map(({ provider }) => provider))],
    totp: factors.totp,
    passkeys: factors.passkeys,
    recoveryCodesLeft: factors.recoveryCodes,
  };
}
