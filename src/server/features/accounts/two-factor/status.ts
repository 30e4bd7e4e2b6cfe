import { asc, eq } from "drizzle-orm";
import type { Context } from "#server/rpc/context";
import { identities } from "../linked-accounts/table";
import { users } from "#server/core/users/table";
import { challengedPerson, signInExpired } from "../sign-in/challenge";
import {
  hasSecondFactor,
  methodsOf,
  readFactors,
} from "#server/core/users/second-factors";

/** What the person signs in with. */
export async function readStatus({ db }: Context, userId: string) {
  const [person, linked, factors] = await Promise.all([
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
    readFactors(db, userId),
  ]);
  return {
    hasPassword: !!person?.passwordHash,
    identities: [...new Set(linked.map(({ provider }) => provider))],
    totp: factors.totp,
    passkeys: factors.passkeys,
    recoveryCodesLeft: factors.recoveryCodes,
  };
}

/** What may answer the question that this browser was asked; none is asked any more of whoever removed the last factor. */
export async function readPending(ctx: Context) {
  const { user } = await challengedPerson(ctx);
  const factors = await readFactors(ctx.db, user.id);
  if (!hasSecondFactor(factors)) throw signInExpired();
  return { methods: methodsOf(factors) };
}
