import { parse as parseCookie } from "hono/utils/cookie";
import { type Adapter, Lucia, TimeSpan } from "lucia";
import { newId } from "../../shared/id";
import { equalHashes, hashToken, newToken } from "../crypto";
import type { Database } from "../db/client";
import {
  deleteStatement,
  insertStatement,
  type Statement,
  updateStatement,
} from "../db/statement";
import type { UnitOfWork } from "../db/unit-of-work";
import { followFormerSlug } from "../features/organizations/slugs";
import { DomainError } from "../errors";
import {
  type FoundSession,
  type MemberOrganization,
  memberOrganization,
  type OrganizationRef,
  prepareFindSession,
} from "./find-session";
import { sessions } from "./schema";

const IDLE = new TimeSpan(7, "d");
const ABSOLUTE = new TimeSpan(30, "d");

// Two look-ups, not a join: a join inside `exists` costs five times as much.
const STILL_HAS_ROLE = `exists (select 1 from memberships where org_id = ? and user_id = ? and role = ?)
  and exists (select 1 from organizations where id = ? and deleted_at is null)`;

interface SessionAttributes {
  endsAt: number;
  authenticatedAt: number;
}

/** Kept for the list of sessions; requests do not read it. */
interface Device {
  userAgent: string | null;
  address: string | null;
}

export interface UserAttributes {
  email: string;
  name: string;
  avatarUrl: string | null;
}

declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>;
    DatabaseSessionAttributes: SessionAttributes &
      Partial<Device & { createdAt: number }>;
    DatabaseUserAttributes: UserAttributes;
  }
}

export type SignedIn = NonNullable<
  Awaited<ReturnType<Sessions["authenticate"]>>
>;
export type Sessions = ReturnType<typeof createSessions>;

/**
 * Sessions: the cookie carries `id.secret`, the database the SHA-256 of the secret. Lucia decides about expiry;
 * everything else of the library stays behind this file.
 */
export function createSessions(database: Database, publicUrl: URL) {
  const find = prepareFindSession(database);
  const secure = publicUrl.protocol === "https:";
  const options = {
    sessionExpiresIn: IDLE,
    sessionCookie: {
      name: sessionCookieName(publicUrl),
      attributes: { secure, sameSite: "lax" as const, path: "/" },
    },
    getSessionAttributes: (attributes: SessionAttributes) => attributes,
    getUserAttributes: (attributes: UserAttributes) => attributes,
  };
  const lucia = (adapter: Adapter) => new Lucia(adapter, options);
  const cookies = lucia(createAdapter(database));

  return {
    // Lucia's own reader throws on a malformed percent sign, which anybody may send.
    readCookie: (header: string) =>
      parseCookie(header, cookies.sessionCookieName)[cookies.sessionCookieName],
    cookie: (token: string) => cookies.createSessionCookie(token).serialize(),
    blankCookie: () => cookies.createBlankSessionCookie().serialize(),

    /** One joined read gives the session, its person, and the organization named with the person's role in it. */
    async authenticate(token: string, org: OrganizationRef) {
      const [id = "", secret = ""] = token.split(".");
      const found = await find(id, org);
      if (!found || !isOwner(found, secret)) return undefined;
      const adapter = createAdapter(database, undefined, found);
      const { session, user } = await lucia(adapter).validateSession(id);
      if (!session) return undefined;
      return { session, user, organization: memberOrganization(found) };
    },

    /** A guard for the batch: the person still has the role that was read. */
    stillHasRole: (
      { id, role }: MemberOrganization,
      userId: string,
    ): Statement => ({
      sql: STILL_HAS_ROLE,
      args: [id, userId, role, id],
    }),

    /** Why the organization a member named is not there: it never was, or it has another slug now. */
    async organizationMissing(
      userId: string,
      org: string,
    ): Promise<DomainError> {
      const renamedTo = await followFormerSlug(
        database,
        org,
        userId,
        Date.now(),
      );
      return new DomainError("ORGANIZATION_NOT_FOUND", undefined, {
        renamedTo,
      });
    },

    /** Adds a session to the mutation; the token it returns is for the cookie alone. */
    async create(
      work: UnitOfWork,
      userId: string,
      device: Device,
    ): Promise<string> {
      const token = `${newId("session")}.${newToken()}`;
      const attributes = {
        endsAt: work.now + ABSOLUTE.milliseconds(),
        authenticatedAt: work.now,
        createdAt: work.now,
        ...device,
      };
      await lucia(createAdapter(database, work)).createSession(
        userId,
        attributes,
        {
          sessionId: token,
        },
      );
      return token;
    },
  };
}

export function sessionCookieName({ protocol }: URL): string {
  return protocol === "https:" ? "__Host-sid" : "sid";
}

function isOwner(found: FoundSession, secret: string): boolean {
  return (
    equalHashes(found.secretHash, hashToken(secret)) &&
    found.endsAt > Date.now()
  );
}

function createAdapter(
  database: Database,
  work?: UnitOfWork,
  found?: FoundSession,
): Adapter {
  const run = async (statement: Statement) => {
    await database.client.execute(statement);
  };
  return {
    async getSessionAndUser() {
      if (!found || found.suspendedAt !== null) return [null, null];
      const { id, userId, endsAt, authenticatedAt } = found;
      const { email, userName: name, avatarUrl } = found;
      const expiresAt = new Date(found.expiresAt);
      return [
        { id, userId, expiresAt, attributes: { endsAt, authenticatedAt } },
        { id: userId, attributes: { email, name, avatarUrl } },
      ];
    },
    async setSession({ id: token, userId, expiresAt, attributes }) {
      const [id, secret = ""] = token.split(".");
      work?.write(
        insertStatement(sessions, {
          id,
          userId,
          secretHash: hashToken(secret),
          expiresAt: expiresAt.getTime(),
          ...attributes,
        }),
      );
    },
    updateSessionExpiration: (id, expiresAt) =>
      run(
        updateStatement(sessions, { expiresAt: expiresAt.getTime() }, { id }),
      ),
    deleteSession: (id) => run(deleteStatement(sessions, { id })),
    deleteUserSessions: (userId) => run(deleteStatement(sessions, { userId })),
    deleteExpiredSessions: () =>
      run({
        sql: "delete from sessions where expires_at < ?",
        args: [Date.now()],
      }),
    async getUserSessions() {
      return [];
    },
  };
}
