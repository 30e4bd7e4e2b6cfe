import type { Grants } from "#shared/permissions";
import type { Plan } from "#shared/plans";
import { equalHashes } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import type { Statement } from "#server/kernel/db/statement";
import { createSemaphore } from "#server/kernel/semaphore";
import type { MemberOrganization } from "#server/core/sessions/find-session";
import type { User } from "#server/core/users/user";
import {
  type FoundKey,
  isOrganizationOf,
  organizationOf,
  prepareFindKey,
} from "./find-key";
import { createLastUsed } from "./last-used";
import { parseKey } from "./token";

/** The limits of key lookups at the primary database: how many run at the same time, and how many wait. */
const LOOK_UPS = [4, 64] as const;
const KEY_ACTIVE = `exists (select 1 from api_keys where id = ?1 and revoked_at is null
    and (expires_at is null or expires_at > ?2)
    and (secret_hash = ?3 or (previous_hash = ?3 and grace_until > ?2)))
  and not exists (select 1 from users where id = ?4 and suspended_at is not null)`;

/** A call that was authenticated by an API key. */
export interface KeyCall {
  key: { id: string; name: string; secretHash: string };
  /** The owner of a personal key; undefined for a key of a service account. */
  user: User | undefined;
  /** The owner of any other key; undefined for a personal key. */
  account:
    | {
        id: string;
        name: string;
        stewardId: string | null;
        /** The member who created or last rotated the key; null if this member has left. */
        issuerId: string | null;
      }
    | undefined;
  /** The id of the organization of the key, also when the call names another one. */
  orgId: string;
  /** The plan of the organization of the key. */
  plan: Plan;
  /** The organization of the key; undefined when the call names another one or the owner is suspended. */
  organization: MemberOrganization | undefined;
  /** The organization of the key, if the owner is suspended there. */
  suspended: MemberOrganization | undefined;
}

export type ApiKeys = ReturnType<typeof createApiKeys>;

/** Creates the functions that authenticate calls with API keys. */
export function createApiKeys(database: Database) {
  const find = prepareFindKey(database);
  const recordUse = createLastUsed(database);
  const runLimited = createSemaphore(...LOOK_UPS);

  return {
    /**
     * Reads the key of a call, its owner, and the organization with the permissions of the call, in one query.
     * @returns undefined for an unknown, expired or revoked key, and for a key whose owner has no access any more
     */
    async authenticate(
      bearer: string,
      org: string | undefined,
      { forMutation, now }: { forMutation: boolean; now: number },
    ): Promise<KeyCall | undefined> {
      const given = parseKey(bearer);
      if (!given) return undefined;
      const found = await find(given.id, forMutation);
      if (!found || !isValid(found, given.secretHash, now)) return undefined;
      recordUse(found, now);
      return keyCallOf(found, given.secretHash, org);
    },

    /**
     * Looks for a key in the primary database. The replica of this instance may not have the key yet if another
     * instance has just created it.
     * @returns whether the primary has the key; the replica is then refreshed
     */
    async isAtPrimary(bearer: string): Promise<boolean> {
      const { primary, refresh } = database;
      const given = primary && parseKey(bearer);
      if (!given || !refresh) return false;
      return runLimited(async () => {
        const { rows } = await primary.execute({
          sql: "select 1 from api_keys where id = ? and secret_hash = ? and revoked_at is null",
          args: [given.id, given.secretHash],
        });
        if (rows.length > 0) await refresh();
        return rows.length > 0;
      });
    },

    /** Returns the current permissions of a key; undefined if the key has no access any more. */
    async currentGrants(
      { id, secretHash }: KeyCall["key"],
      now: number,
    ): Promise<Grants | undefined> {
      const found = await find(id);
      if (!found || !isValid(found, secretHash, now)) return undefined;
      const call = keyCallOf(found, secretHash, undefined);
      if (!call.organization) return undefined;
      const { twoFactorDeadline, grants } = call.organization;
      const isBlocked = twoFactorDeadline !== null && twoFactorDeadline <= now;
      return isBlocked ? undefined : grants;
    },

    /** Guard: the key is neither revoked nor expired, and its owner is not suspended as a user. */
    keyIsActive: ({ key, user }: KeyCall, now: number): Statement => ({
      sql: KEY_ACTIVE,
      args: [key.id, now, key.secretHash, user?.id ?? null],
    }),
  };
}

/**
 * Whether the key has not expired, the secret is the current one or the previous one in its grace period, and the owner
 * of the key is still a member.
 */
function isValid(
  found: FoundKey,
  secretHash: string,
  now: number,
): found is FoundKey & { role: string } {
  const { secretHash: current, previousHash, graceUntil } = found;
  const { expiresAt, role } = found;
  if (role === null || (expiresAt !== null && expiresAt <= now)) return false;
  if (equalHashes(current, secretHash)) return true;
  const isInGracePeriod = graceUntil !== null && graceUntil > now;
  return (
    isInGracePeriod &&
    previousHash !== null &&
    equalHashes(previousHash, secretHash)
  );
}

function keyCallOf(
  found: FoundKey & { role: string },
  secretHash: string,
  org: string | undefined,
): KeyCall {
  const own = isOrganizationOf(found, org) ? organizationOf(found) : undefined;
  return {
    key: { id: found.id, name: found.keyName, secretHash },
    user: userOf(found),
    account: accountOf(found),
    orgId: found.orgId,
    plan: found.plan,
    organization: own?.isSuspended ? undefined : own,
    suspended: own?.isSuspended ? own : undefined,
  };
}

function userOf(found: FoundKey): User | undefined {
  const { userId, email, ownerName: name, avatarUrl, emailVerifiedAt } = found;
  if (userId === null || email === null || name === null) return undefined;
  return { id: userId, email, name, avatarUrl, emailVerifiedAt };
}

function accountOf({
  accountId,
  ownerName: name,
  stewardId,
  issuerId,
}: FoundKey): KeyCall["account"] {
  if (accountId === null || name === null) return undefined;
  return { id: accountId, name, stewardId, issuerId };
}
