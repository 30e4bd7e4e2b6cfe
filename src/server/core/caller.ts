import type { Grants } from "#shared/permissions";
import type { MemberOrganization } from "./sessions/find-session";
import type { User } from "./users/user";
import type { Links } from "#server/kernel/mail/links";
import type { Post } from "#server/kernel/mail/post";

/** The member who makes a call, in the organization that the call names. */
export interface Caller {
  user: User;
  organization: Omit<MemberOrganization, "grants">;
  /** The permissions of the member in this organization. */
  grants: Grants;
  sessionId: string;
  /** When the user last signed in or reauthenticated, in milliseconds since 1970 UTC. */
  authenticatedAt: number;
  /** Sends a mail. The mail is stored in the same batch as the other writes of the call. */
  post: Post;
  links: Links;
}
