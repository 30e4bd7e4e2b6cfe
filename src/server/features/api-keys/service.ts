import {
  can,
  completeScopes,
  type KeyScope,
  type Permission,
} from "#shared/permissions";
import { apiKeys } from "#server/core/api-keys/table";
import { newSecret } from "#server/core/api-keys/token";
import {
  type Caller,
  requireRecentSession,
  requireSession,
} from "#server/core/caller";
import { requireHeld } from "#server/core/roles/grants";
import { rowOf } from "#server/kernel/db/columns";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { DomainError } from "#server/kernel/errors";
import { issuedKey, issueKey, type NewKey } from "./issue";
import type { Limits } from "#server/kernel/rate-limits/rate-limits";
import { readSettings } from "#server/features/organizations/service";
import { expiryOf, limitedLifetime } from "./lifetime";
import { findKey, type FoundKey } from "./list";
import { addressOfKeyOwner, sendKeyNotice } from "./notice";
import { isExpired, type KeyRow, toApiKey } from "./schemas";

const HOUR_MS = 60 * 60 * 1000;

/** Creates a personal API key of the caller. */
export function createKey(
  db: TenantDb,
  caller: Caller,
  limits: Limits,
  input: NewKey,
) {
  const { user } = requireSession(caller);
  const readName = () => Promise.resolve(user.name);
  return issueKey(db, caller, limits, { userId: user.id }, readName, input);
}

/**
 * Changes the name or the permissions of a key. Only the owner of a personal key can add permissions to it, and only
 * permissions that the owner has.
 */
export async function updateKey(
  db: TenantDb,
  caller: Caller,
  id: string,
  { name, scopes: given }: { name?: string; scopes?: KeyScope[] },
) {
  const found = await requireKey(db, caller, id);
  const before = rowOf(apiKeys, found);
  const scopes = given && completeScopes(given);
  const added = scopes?.filter((scope) => !before.scopes.includes(scope)) ?? [];
  requireMayChange(caller, before, added);
  if (added.length > 0) requireRecentForAdminKey(db, caller, found);
  // A call without a change stores the present values: an update needs at least one.
  const after = db.update(apiKeys, before, {
    name: name ?? before.name,
    scopes: scopes ?? before.scopes,
  });
  return toApiKey(after, found.ownerName, db.now);
}

function requireMayChange(
  { id, grants }: Caller,
  { userId, scopes }: KeyRow,
  added: readonly Permission[],
): void {
  if (userId === id) return requireHeld(grants, added);
  if (userId !== null && added.length > 0)
    throw new DomainError("KEY_OWNER_ONLY");
  requireHeld(grants, [...scopes, ...added]);
}

/**
 * Gives a key a new secret. The old secret stays valid for some hours, but never longer than it would have been
 * without the rotation.
 * @throws DomainError KEY_OWNER_ONLY for a personal key of another member, because the caller sees the new secret
 */
export async function rotateKey(
  db: TenantDb,
  caller: Caller,
  id: string,
  graceHours: number,
) {
  const [found, { apiKeyMaxDays }, to] = await together([
    requireKey(db, caller, id),
    readSettings(db),
    addressOfKeyOwner(db, id),
  ]);
  const before = rowOf(apiKeys, found);
  const lifetimeDays = limitedLifetime(before.lifetimeDays, apiKeyMaxDays);
  requireMayRotate(db, caller, found, lifetimeDays);
  const { key: secret, secretHash, last4 } = newSecret(id);
  const after = db.update(apiKeys, before, {
    secretHash,
    last4,
    ...graceOf(db, before, graceHours),
    ...expiryOf(db, lifetimeDays),
    issuedBy: caller.id,
    issuerNoticeSentAt: null,
  });
  await sendKeyNotice(db, caller, after, {
    to,
    ownerName: found.ownerName,
    event: "rotated",
  });
  return issuedKey(after, secret, found.ownerName, db.now);
}

function requireMayRotate(
  db: TenantDb,
  caller: Caller,
  { userId, serviceAccountId, scopes, accountRole }: FoundKey,
  lifetimeDays: number | null,
): void {
  if (lifetimeDays === null) requireRecentSession(caller, db.now);
  if (userId === caller.id) return;
  if (serviceAccountId === null) throw new DomainError("KEY_OWNER_ONLY");
  requireHeld(caller.grants, scopes);
  requireRecentForAdminKey(db, caller, { accountRole });
}

/** Requires a recent authentication to make a key of a service account with the admin role more powerful. */
function requireRecentForAdminKey(
  db: TenantDb,
  caller: Caller,
  { accountRole }: Pick<FoundKey, "accountRole">,
): void {
  if (accountRole === "admin") requireRecentSession(caller, db.now);
}

function graceOf(
  { now }: TenantDb,
  before: KeyRow,
  graceHours: number,
): Pick<KeyRow, "previousHash" | "graceUntil"> {
  // Without this check, the rotation would make an expired secret valid again.
  if (graceHours === 0 || isExpired(before, now))
    return { previousHash: null, graceUntil: null };
  const graceUntil = now + graceHours * HOUR_MS;
  return {
    previousHash: before.secretHash,
    graceUntil: Math.min(graceUntil, before.expiresAt ?? graceUntil),
  };
}

/** Revokes a key: a key of the caller, or with `apiKey:manage` any key of the organization. */
export async function revokeKey(db: TenantDb, caller: Caller, id: string) {
  revoke(db, await requireKey(db, caller, id));
}

/** Revokes the key with which the call is made. */
export async function revokeOwnKey(db: TenantDb, { key }: Caller) {
  const found = key && (await findKey(db, key.id));
  if (!found) throw new DomainError("NOT_FOUND");
  revoke(db, found);
}

function revoke(db: TenantDb, found: KeyRow): void {
  db.update(apiKeys, rowOf(apiKeys, found), { revokedAt: db.now });
}

/**
 * Finds a key that the caller may see: a key of their own, or with `apiKey:manage` any key of the organization.
 * @throws DomainError NOT_FOUND, also for keys of others without the permission
 */
async function requireKey(
  db: TenantDb,
  { id: callerId, grants }: Caller,
  id: string,
) {
  const found = await findKey(db, id);
  if (!found) throw new DomainError("NOT_FOUND");
  if (found.userId !== callerId && !can(grants, "apiKey:manage"))
    throw new DomainError("NOT_FOUND");
  return found;
}
