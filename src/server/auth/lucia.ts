import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { parse as parseCookie } from "hono/utils/cookie";
import { type Adapter, Lucia, TimeSpan } from "lucia";
import { isId, newId } from "../../shared/id";
import { equalHashes, hashToken, newToken } from "../crypto";
import type { Database } from "../db/client";
import {
  deleteStatement,
  insertStatement,
  type Statement,
  updateStatement,
} from "../db/statement";
import type { UnitOfWork } from "../db/unit-of-work";
import { memberships } from "../features/members/schema";
import { organizations } from "../features/organizations/schema";
import { followFormerSlug } from "../features/organizations/slugs";
import { DomainError } from "../errors";
import { sessions, users } from "./schema";

const IDLE = new TimeSpan(7, "d");
const ABSOLUTE = new TimeSpan(30, "d");

// Two look-ups, not a join: a join inside `exists` costs five times as much.
const STILL_HAS_ROLE = `exists (select 1 from memberships where org_id = ? and user_id = ? and role = ?)
  and exists (select 1 from organizations where id = ? and deleted_at is null)`;

/** A session's own row without its secret. */
interface SessionAttributes {
  endsAt: number;
  authenticatedAt: number;
  userAgent: string | null;
  address: string | null;
  createdAt: number;
}

export interface UserAttributes {
  email: string;
  name: string;
  avatarUrl: string | null;
}

declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

/** The organization a request names, as its caller's membership in it shows it. */
export interface MemberOrganization {
  id: string;
  name: string;
  slug: string;
  logoUrl: string | null;
  plan: (typeof organizations.$inferSelect)["plan"];
  createdAt: number;
  role: string;
  membershipId: string;
}

export type SignedIn = NonNullable<
  Awaited<ReturnType<Sessions["authenticate"]>>
>;
export type Sessions = ReturnType<typeof createSessions>;

/** Which organization a call is about: one it names (slug or id), or where the person left off. */
export type OrganizationRef = string | undefined;

interface Device {
  userAgent: string | null;
  address: string | null;
}

/**
 * Sessions: the cookie carries `id.secret`, the database the SHA-256 of the secret. Lucia decides about expiry;
 * everything else of the library stays behind this file.
 */
export function createSessions(database: Database, publicUrl: URL) {
  const find = prepareFind(database);
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
      if (!found || !isOwner(found.session, secret)) return undefined;
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

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof prepareFind>>>>;

function prepareFind(database: Database) {
  const read = (organization: SQL) =>
    database.drizzle
      .select({
        session: sessions,
        user: users,
        organization: organizations,
        membership: { id: memberships.id, role: memberships.role },
      })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .leftJoin(
        organizations,
        and(organization, isNull(organizations.deletedAt)),
      )
      .leftJoin(
        memberships,
        and(
          eq(memberships.orgId, organizations.id),
          eq(memberships.userId, users.id),
        ),
      )
      .where(eq(sessions.id, sql.placeholder("id")))
      .prepare();
  const byId = read(eq(organizations.id, sql.placeholder("org")));
  const bySlug = read(eq(organizations.slug, sql.placeholder("org")));
  const active = read(eq(organizations.id, users.activeOrgId));

  return async (id: string, org: OrganizationRef) => {
    if (org === undefined) return active.get({ id });
    if (isId("organization", org)) return byId.get({ id, org });
    return bySlug.get({ id, org: org.toLowerCase() });
  };
}

function isOwner(
  session: typeof sessions.$inferSelect,
  secret: string,
): boolean {
  return (
    equalHashes(session.secretHash, hashToken(secret)) &&
    session.endsAt > Date.now()
  );
}

function memberOrganization({
  organization,
  membership,
}: Found): MemberOrganization | undefined {
  if (!organization || !membership) return undefined;
  return {
    ...organization,
    role: membership.role,
    membershipId: membership.id,
  };
}

function createAdapter(
  database: Database,
  work?: UnitOfWork,
  found?: Found,
): Adapter {
  const run = async (statement: {
    sql: string;
    args: Parameters<UnitOfWork["write"]>[0]["args"];
  }) => {
    await database.client.execute(statement);
  };
  return {
    async getSessionAndUser() {
      if (!found || found.user.suspendedAt !== null) return [null, null];
      const { id, userId, expiresAt, ...attributes } = found.session;
      const { email, name, avatarUrl } = found.user;
      return [
        { id, userId, expiresAt: new Date(expiresAt), attributes },
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
