import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import type { Context } from "#server/rpc/context";
import { updateStatement } from "#server/kernel/db/statement";
import { conflictRetry } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import { users } from "#server/core/users/table";
import { invalidPasskey, verifyChallenge, consumeChallenge } from "./challenge";
import { relyingParty, userHandle } from "./relying-party";
import { passkeys } from "#server/core/users/passkeys-table";
import type { PasskeyAssertion } from "./schemas";

type Passkey = typeof passkeys.$inferSelect;

/**
 * Verifies the signature of a passkey. The batch stores that the challenge and the passkey were used.
 * @returns the owner of the passkey
 * @throws DomainError `INVALID_PASSKEY`
 */
export async function verifyPasskey(
  ctx: AccountCall,
  assertion: PasskeyAssertion,
): Promise<{ userId: string }> {
  const { clientDataJSON } = assertion.response;
  const challenge = verifyChallenge(ctx, clientDataJSON, null);
  const passkey = await findPasskey(ctx, assertion.id);
  if (!passkey) throw invalidPasskey();
  const { userId } = passkey;
  if (assertion.response.userHandle !== userHandle(userId))
    throw invalidPasskey();
  const use = await checkSignature(ctx, passkey, assertion, challenge);
  consumeChallenge(ctx, challenge, userId);
  recordUse(ctx, passkey, use);
  return { userId };
}

function findPasskey({ db }: Context, credentialId: string) {
  return db.drizzle
    .select(getTableColumns(passkeys))
    .from(passkeys)
    .innerJoin(users, eq(users.id, passkeys.userId))
    .where(
      and(eq(passkeys.credentialId, credentialId), isNull(users.suspendedAt)),
    )
    .get();
}

async function checkSignature(
  { services }: Context,
  { credentialId, publicKey, counter }: Passkey,
  assertion: PasskeyAssertion,
  challenge: string,
) {
  const { rpId, origin } = relyingParty(services.config);
  const { verifyAuthenticationResponse } =
    await import("@simplewebauthn/server");
  const checked = await verifyAuthenticationResponse({
    response: { ...assertion, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    credential: {
      id: credentialId,
      publicKey: new Uint8Array(Buffer.from(publicKey, "base64url")),
      counter,
    },
  }).catch(() => undefined);
  if (!checked?.verified) throw invalidPasskey();
  return checked.authenticationInfo;
}

/** Stores the use. The call is retried if the passkey was used or removed in parallel, or its user suspended. */
function recordUse(
  { work }: AccountCall,
  { id, userId, counter }: Passkey,
  use: { newCounter: number; credentialBackedUp: boolean },
): void {
  const conflict = () => conflictRetry("INVALID_PASSKEY");
  work.write(
    updateStatement(
      passkeys,
      {
        counter: use.newCounter,
        isSynced: use.credentialBackedUp,
        lastUsedAt: work.now,
      },
      { id, counter },
    ),
  );
  work.guardRowChanged(conflict);
  work.guard(
    sql`exists (select 1 from users where id = ${userId} and suspended_at is null)`,
    conflict,
  );
}
