import { type Adapter, Lucia, TimeSpan } from "lucia";
import { hashToken } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import {
  deleteStatement,
  insertStatement,
  type Statement,
  updateStatement,
} from "#server/kernel/db/statement";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { FoundSession } from "./find-session";
import { sessions } from "./table";

const IDLE = new TimeSpan(7, "d");
const ABSOLUTE = new TimeSpan(30, "d");

interface SessionAttributes {
  absoluteExpiresAt: number;
  authenticatedAt: number;
}

/** The device of a session. Only the list of sessions shows it; no decision depends on it. */
export interface Device {
  userAgent: string | null;
  address: string;
}

export interface SessionStart extends Device {
  /** When the user signed in or reauthenticated, in milliseconds since 1970 UTC. */
  authenticatedAt: number;
}

interface UserAttributes {
  email: string;
  name: string;
  avatarUrl: string | null;
  emailVerifiedAt: number | null;
}

declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>;
    DatabaseSessionAttributes: SessionAttributes &
      Partial<Device & { createdAt: number; lastSeenAt: number }>;
    DatabaseUserAttributes: UserAttributes;
  }
}

/** Creates the session functions over Lucia. No other file uses this library, so it can be replaced here. */
export function createLucia(
  database: Database,
  cookieName: string,
  secure: boolean,
) {
  const options = {
    sessionExpiresIn: IDLE,
    sessionCookie: {
      name: cookieName,
      attributes: { secure, sameSite: "lax" as const, path: "/" },
    },
    getSessionAttributes: (attributes: SessionAttributes) => attributes,
    getUserAttributes: (attributes: UserAttributes) => attributes,
  };
  const lucia = (adapter: Adapter) => new Lucia(adapter, options);
  const cookies = lucia(createAdapter(database));

  return {
    cookie: (token: string) => cookies.createSessionCookie(token).serialize(),
    blankCookie: () => cookies.createBlankSessionCookie().serialize(),

    /** Validates a session: deletes it if it has expired, and extends it if it is in use. */
    validate: (found: FoundSession) =>
      lucia(createAdapter(database, undefined, found)).validateSession(
        found.id,
      ),

    async create(
      work: UnitOfWork,
      userId: string,
      token: string,
      start: SessionStart,
    ): Promise<void> {
      const attributes = {
        absoluteExpiresAt: work.now + ABSOLUTE.milliseconds(),
        createdAt: work.now,
        lastSeenAt: work.now,
        ...start,
      };
      const adapter = createAdapter(database, work);
      await lucia(adapter).createSession(userId, attributes, {
        sessionId: token,
      });
    },
  };
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
      const { id, userId, absoluteExpiresAt, authenticatedAt } = found;
      const { email, userName: name, avatarUrl, emailVerifiedAt } = found;
      const expiresAt = new Date(found.idleExpiresAt);
      return [
        {
          id,
          userId,
          expiresAt,
          attributes: { absoluteExpiresAt, authenticatedAt },
        },
        { id: userId, attributes: { email, name, avatarUrl, emailVerifiedAt } },
      ];
    },
    async setSession({ id: token, userId, attributes }) {
      const [id, secret = ""] = token.split(".");
      work?.write(
        insertStatement(sessions, {
          id,
          userId,
          secretHash: hashToken(secret),
          // The idle limit uses the time of the mutation, like `absoluteExpiresAt`, and not the clock of Lucia.
          idleExpiresAt: work.now + IDLE.milliseconds(),
          ...attributes,
        }),
      );
    },
    updateSessionExpiration: (id, expiresAt) =>
      run(
        updateStatement(
          sessions,
          { idleExpiresAt: expiresAt.getTime() },
          { id },
        ),
      ),
    deleteSession: (id) => run(deleteStatement(sessions, { id })),
    deleteUserSessions: (userId) => run(deleteStatement(sessions, { userId })),
    deleteExpiredSessions: () =>
      run({
        sql: "delete from sessions where idle_expires_at < ?",
        args: [Date.now()],
      }),
    async getUserSessions() {
      return [];
    },
  };
}
