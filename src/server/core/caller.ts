import type { Grants } from "#shared/permissions";
import { DomainError } from "#server/kernel/errors";
import type { KeyCall } from "./api-keys/api-keys";
import type { SignedIn } from "./sessions/sessions";
import { requireRecentAuthentication } from "./sessions/reauthentication";
import type { MemberOrganization } from "./sessions/find-session";
import type { User } from "./users/user";
import type { Links } from "#server/kernel/mail/links";
import type { Post } from "#server/kernel/mail/post";

/** A call in a session, or with an API key. */
export type Authenticated = SignedIn | KeyCall;

export function isKeyCall(call: Authenticated): call is KeyCall {
  return "key" in call;
}

/** The session of a call. */
export interface CallerSession {
  id: string;
  /** When the user last signed in or reauthenticated, in milliseconds since 1970 UTC. */
  authenticatedAt: number;
}

/**
 * Who makes a call in the organization that the call names: a member in a session, a member's API key, or a service
 * account with an API key.
 */
export interface Caller {
  /** The id of the user or of the service account. */
  id: string;
  /** The name of the user or of the service account. */
  name: string;
  /** The member, or the owner of a personal API key; undefined for a service account. */
  user: User | undefined;
  /** The service account; undefined for a member and for a personal API key. */
  account:
    | { id: string; stewardId: string | null; issuerId: string | null }
    | undefined;
  /** Undefined for a call with an API key. */
  session: CallerSession | undefined;
  /** Undefined for a call in a session. */
  key: { id: string } | undefined;
  organization: Omit<MemberOrganization, "grants">;
  /** The permissions of this call in this organization. */
  grants: Grants;
  /**
   * The permissions that this call can give to others, or take from them: `grants`, and for an API key also the
   * permissions of its owner that only concern the owner.
   */
  givable: Grants;
  /** Reads the permissions again; undefined if the caller has no access any more. For calls that take long. */
  currentGrants: () => Promise<Grants | undefined>;
  /** Sends a mail. The mail is stored in the same batch as the other writes of the call. */
  post: Post;
  links: Links;
}

/**
 * Returns the user and the session of a caller, for an action that is not open to API keys.
 * @throws DomainError KEY_NOT_ALLOWED
 */
export function requireSession({ user, session }: Caller): {
  user: User;
  session: CallerSession;
} {
  if (!user || !session) throw new DomainError("KEY_NOT_ALLOWED");
  return { user, session };
}

/**
 * Requires that the user has signed in or reauthenticated within the last ten minutes.
 * @throws DomainError KEY_NOT_ALLOWED, REAUTHENTICATION_REQUIRED
 */
export function requireRecentSession(caller: Caller, now: number): void {
  const { session } = requireSession(caller);
  requireRecentAuthentication(session.authenticatedAt, now);
}

/**
 * Returns the id of the user whose limits a call uses. A service account uses those of the member who created or last
 * rotated its key: with limits of their own, service accounts would multiply the limits of the users who create them.
 * The steward does not count, because admins can choose any member, and so could use up the limits that this member
 * needs in other organizations. After the member who created the key has left, the account has limits of its own.
 */
export function responsibleFor({
  id,
  user,
  account,
}: Pick<Caller, "id" | "user" | "account">): string {
  return user?.id ?? account?.issuerId ?? id;
}

/** Returns the columns that name the author of a new row. */
export function authorOf({ user, account }: Caller): {
  createdBy: string | null;
  createdByAccount: string | null;
} {
  return { createdBy: user?.id ?? null, createdByAccount: account?.id ?? null };
}
