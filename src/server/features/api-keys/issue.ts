import { type SQL, sql } from "drizzle-orm";
import { newId } from "#shared/id";
import { completeScopes, type KeyScope } from "#shared/permissions";
import { apiKeys } from "#server/core/api-keys/table";
import { newSecret } from "#server/core/api-keys/token";
import {
  type Caller,
  requireRecentSession,
  requireSession,
} from "#server/core/caller";
import { requireHeld } from "#server/core/roles/grants";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { DomainError } from "#server/kernel/errors";
import type { Limits } from "#server/kernel/rate-limits/rate-limits";
import { readSettings } from "#server/features/organizations/service";
import { expiryOf, lifetimeOf } from "./lifetime";
import { addressOf, addressOfSteward, sendKeyNotice } from "./notice";
import { type KeyRow, toApiKey } from "./schemas";

/** The largest numbers of keys that are not revoked. */
export const MAX_KEYS = { member: 25, serviceAccount: 10 } as const;

export interface NewKey {
  name: string;
  scopes: KeyScope[];
  expiresInDays?: number | null;
}

/** The owner of a key: a member or a service account. */
type KeyOwner = { userId: string } | { serviceAccountId: string };

/**
 * Creates an API key. The caller must have all its permissions.
 * @param readOwnerName checks the owner and returns its name
 * @returns the key with its secret, which is not stored
 */
export async function issueKey(
  db: TenantDb,
  caller: Caller,
  limits: Limits,
  owner: KeyOwner,
  readOwnerName: () => Promise<string>,
  { name, scopes, expiresInDays }: NewKey,
) {
  const [ownerName, { apiKeyMaxDays }, to] = await together([
    readOwnerName(),
    readSettings(db),
    "userId" in owner
      ? addressOf(db, owner.userId)
      : addressOfSteward(db, owner.serviceAccountId),
  ]);
  const complete = completeScopes(scopes);
  requireHeld(caller.grants, complete);
  const lifetimeDays = lifetimeOf(expiresInDays, apiKeyMaxDays);
  if (lifetimeDays === null) requireRecentSession(caller, db.now);
  limitKeys(db, owner);
  await countNewKey(db, limits, caller.id);
  const id = newId("apiKey");
  const { key: secret, secretHash, last4 } = newSecret(id);
  const row = db.insert(apiKeys, {
    id,
    ...owner,
    name,
    scopes: complete,
    secretHash,
    last4,
    ...expiryOf(db, lifetimeDays),
    issuedBy: requireSession(caller).user.id,
    createdAt: db.now,
  });
  await sendKeyNotice(db, caller, row, { to, ownerName, event: "created" });
  return issuedKey(row, secret, ownerName, db.now);
}

export function issuedKey(
  row: KeyRow,
  secret: string,
  ownerName: string,
  now: number,
) {
  return { key: toApiKey(row, ownerName, now), secret };
}

async function countNewKey(
  db: TenantDb,
  limits: Limits,
  callerId: string,
): Promise<void> {
  const key = `${db.orgId} ${callerId}`;
  await limits.consume("newApiKey", key);
  db.onRollback(() => void limits.giveBack("newApiKey", key));
}

function limitKeys(
  db: TenantDb,
  owner: { userId: string } | { serviceAccountId: string },
): void {
  const [kind, isOwned]: [keyof typeof MAX_KEYS, SQL] =
    "userId" in owner
      ? ["member", sql`${apiKeys.userId} = ${owner.userId}`]
      : [
          "serviceAccount",
          sql`${apiKeys.serviceAccountId} = ${owner.serviceAccountId}`,
        ];
  const max = MAX_KEYS[kind];
  db.guard(
    sql`(select count(*) from ${apiKeys} where ${apiKeys.orgId} = ${db.orgId} and ${isOwned}
      and ${apiKeys.revokedAt} is null) < ${max}`,
    () => new DomainError("API_KEY_LIMIT", { max, owner: kind }),
  );
}
