import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Context } from "#server/rpc/context";
import { totpSecrets } from "#server/core/users/two-factor-table";
import { timeStepOf } from "./totp";

export type StoredSecret = NonNullable<Awaited<ReturnType<typeof findSecret>>>;

/** Reads the secret of the user's authenticator app: the confirmed secret, or the one that is not confirmed yet. */
export function findSecret(
  { db }: Pick<Context, "db">,
  userId: string,
  { isConfirmed }: { isConfirmed: boolean },
) {
  const { confirmedAt } = totpSecrets;
  return db.drizzle
    .select()
    .from(totpSecrets)
    .where(
      and(
        eq(totpSecrets.userId, userId),
        isConfirmed ? isNotNull(confirmedAt) : isNull(confirmedAt),
      ),
    )
    .get();
}

/** Returns the time step of a valid code, unless a code of this or a later time step was used before. */
export function unusedTimeStep(
  { services }: Pick<Context, "services">,
  { sealed, lastStep }: StoredSecret,
  code: string,
): number | undefined {
  const secret = String(services.sealers.totp.open(sealed));
  const step = timeStepOf(secret, code, services.now());
  return step !== undefined && step > lastStep ? step : undefined;
}
