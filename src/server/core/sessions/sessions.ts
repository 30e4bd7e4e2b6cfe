import { parse as parseCookie } from "hono/utils/cookie";
import { isId, newId } from "#shared/id";
import type { Language } from "#shared/languages";
import type { Grants } from "#shared/permissions";
import { equalHashes, hashToken, newToken } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import { defineCondition } from "#server/kernel/db/prepared-read";
import type { Statement } from "#server/kernel/db/statement";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { findFormerSlug } from "#server/core/organizations/slugs";
import { DomainError } from "#server/kernel/errors";
import { lazy } from "#server/kernel/lazy";
import { createSemaphore } from "#server/kernel/semaphore";
import {
  type FoundSession,
  type MemberOrganization,
  memberOrganization,
  type OrganizationRef,
  prepareFindSession,
  suspendedOrganization,
} from "./find-session";
import { type SessionStart, createLucia } from "./lucia";
import { createLanguageRecord } from "./language-record";
import { createLastSeen } from "./last-seen";
import { makeRoomForSession } from "./session-limit";
import {
  hasSecondFactorSql,
  prepareHasSecondFactor,
} from "#server/core/users/second-factors";

// The condition uses two subqueries, because a join inside `exists` takes five times as long.
const ROLE_UNCHANGED = `exists (select 1 from memberships where org_id = ? and user_id = ? and role = ? and (suspended_at is not null) = ? and is_frozen = ?)
  and exists (select 1 from organizations where id = ? and deleted_at is null and two_factor_required_from is ?)`;
const PERMISSIONS_UNCHANGED = `(select permissions from roles where org_id = ? and id = ?) is ?`;

/** A session secret: 32 bytes in base64url. */
const SECRET = /^[\w-]{43}$/;
/** The limits of session lookups at the primary database: how many run at the same time, and how many wait. */
const LOOK_UPS = [4, 64] as const;
const SESSION_ACTIVE = `exists (select 1 from sessions where id = ?)
  and exists (select 1 from users where id = ? and suspended_at is null)`;

const holdsSecondFactor = defineCondition<{ userId: string }>((value) =>
  hasSecondFactorSql(value("userId")),
);

export type SignedIn = NonNullable<
  Awaited<ReturnType<Sessions["authenticate"]>>
>;
export type Sessions = ReturnType<typeof createSessions>;

/**
 * Creates the functions that start, read and check sessions. The cookie holds `id.secret`, and the database stores the
 * SHA-256 hash of the secret.
 */
export function createSessions(database: Database, publicUrl: URL) {
  const find = prepareFindSession(database);
  const factor = lazy(() => prepareHasSecondFactor(database));
  const cookieName = sessionCookieName(publicUrl);
  const isSecure = publicUrl.protocol === "https:";
  const recordUse = createLastSeen(database);
  const recordLanguage = createLanguageRecord(database);
  const lucia = createLucia(database, cookieName, isSecure);
  const runLimited = createSemaphore(...LOOK_UPS);

  return {
    // This replaces Lucia's function to read the cookie, which throws on a malformed percent sign.
    readCookie: (header: string) => parseCookie(header, cookieName)[cookieName],
    cookie: lucia.cookie,
    blankCookie: lucia.blankCookie,

    /** Reads the session, its user, and the named organization with the user's role, in one query. */
    async authenticate(
      token: string,
      org: OrganizationRef,
      {
        address,
        language,
        withVersion,
      }: {
        address: string;
        language: Language | undefined;
        withVersion: boolean;
      },
    ) {
      const { id, secret } = partsOf(token);
      const found = await find(id, org, withVersion);
      if (!found || !isOwner(found, secret)) return undefined;
      const { session, user } = await lucia.validate(found);
      if (!session) return undefined;
      await recordUse(found, address);
      if (language !== undefined) await recordLanguage(found, language);
      return {
        session,
        user,
        organization: memberOrganization(found),
        suspended: suspendedOrganization(found),
      };
    },

    /**
     * Looks for a session in the primary database. The replica of this instance may not have the session yet if another
     * instance has just started it.
     * @returns whether the primary has the session; the replica is then refreshed
     */
    async isAtPrimary(token: string): Promise<boolean> {
      const { primary, refresh } = database;
      const [id = "", secret = ""] = token.split(".");
      if (!primary || !refresh) return false;
      if (!isId("session", id) || !SECRET.test(secret)) return false;
      return runLimited(async () => {
        const { rows } = await primary.execute({
          sql: "select 1 from sessions where id = ? and secret_hash = ?",
          args: [id, hashToken(secret)],
        });
        if (rows.length > 0) await refresh();
        return rows.length > 0;
      });
    },

    /**
     * Returns the current permissions of a session in an organization; undefined if the session has no access any more.
     * The function only reads, because an open page must not extend its session.
     */
    async currentGrants(
      id: string,
      orgId: string,
      now: number,
    ): Promise<Grants | undefined> {
      const found = await find(id, orgId);
      if (!found || found.suspendedAt !== null) return undefined;
      if (Math.min(found.idleExpiresAt, found.absoluteExpiresAt) <= now)
        return undefined;
      const here = memberOrganization(found);
      if (!here) return undefined;
      const { twoFactorDeadline, grants } = here;
      const isBlocked = twoFactorDeadline !== null && twoFactorDeadline <= now;
      return isBlocked ? undefined : grants;
    },

    /** Guard: the member's role and its permissions and the two-factor policy have not changed since the read. */
    roleIsUnchanged: (
      {
        id,
        role,
        isSuspended,
        isFrozen,
        twoFactorRequiredFrom,
        customPermissions,
      }: MemberOrganization,
      userId: string,
    ): Statement => {
      const status = [Number(isSuspended), Number(isFrozen)];
      const args = [id, userId, role, ...status, id, twoFactorRequiredFrom];
      if (customPermissions === null) return { sql: ROLE_UNCHANGED, args };
      return {
        sql: `${ROLE_UNCHANGED} and ${PERMISSIONS_UNCHANGED}`,
        args: [...args, id, role, customPermissions],
      };
    },

    /** Guard: the session has not ended, and its user is not suspended. */
    sessionIsActive: (sessionId: string, userId: string): Statement => ({
      sql: SESSION_ACTIVE,
      args: [sessionId, userId],
    }),

    /** Guard: the user has a second factor. */
    hasSecondFactor: (userId: string): Statement =>
      holdsSecondFactor({ userId }),

    /**
     * Returns when the two-factor policy of an organization, which was read without its `twoFactorDeadline`, starts to
     * block the user; null if it does not block this user.
     * @returns milliseconds since 1970 UTC
     */
    async twoFactorDeadline(
      {
        twoFactorRequiredFrom,
      }: Pick<MemberOrganization, "twoFactorRequiredFrom">,
      userId: string,
    ): Promise<number | null> {
      if (twoFactorRequiredFrom === null) return null;
      const found = await factor().get({ userId });
      return found?.held === 1 ? null : twoFactorRequiredFrom;
    },

    /** Returns the error for an organization that is unknown or renamed, or in which the user is suspended. */
    async organizationMissing(
      {
        user,
        orgId,
        suspended,
      }: {
        user: { id: string } | undefined;
        /** The only organization of the caller, if the call was made with an API key. */
        orgId?: string;
        suspended: MemberOrganization | undefined;
      },
      org: string,
      now: number,
    ): Promise<DomainError> {
      if (suspended) return new DomainError("MEMBERSHIP_SUSPENDED");
      const former = await findFormerSlug(database, org, {
        userId: user?.id,
        orgId,
      });
      if (former && former.heldUntil <= now)
        return new DomainError("SLUG_RETIRED");
      const renamedTo = former?.slug;
      return new DomainError("ORGANIZATION_NOT_FOUND", undefined, {
        renamedTo,
      });
    },

    /** Adds a session to the batch of the call. The returned token may only be sent in the cookie. */
    async create(
      work: UnitOfWork,
      userId: string,
      start: SessionStart,
    ): Promise<string> {
      makeRoomForSession(work, userId);
      const token = `${newId("session")}.${newToken()}`;
      await lucia.create(work, userId, token, start);
      return token;
    },
  };
}

export function sessionCookieName({ protocol }: URL): string {
  return protocol === "https:" ? "__Host-sid" : "sid";
}

/** The secret is the complete text after the first dot. So a correct secret with a suffix does not match. */
function partsOf(token: string): { id: string; secret: string } {
  const dot = token.indexOf(".");
  return { id: token.slice(0, Math.max(dot, 0)), secret: token.slice(dot + 1) };
}

function isOwner(found: FoundSession, secret: string): boolean {
  return (
    equalHashes(found.secretHash, hashToken(secret)) &&
    found.absoluteExpiresAt > Date.now()
  );
}
