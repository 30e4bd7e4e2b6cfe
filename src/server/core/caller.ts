import type { Grants } from "#shared/permissions";
import type { MemberOrganization } from "./sessions/find-session";
import type { User } from "./users/user";
import type { Links } from "#server/kernel/mail/links";
import type { Post } from "#server/kernel/mail/post";

/** The member who makes a call, in the organization that the call names. */
export interface Caller {
  user: User;
  organization: Omit<MemberOrganization, "grants">;
  /** What the member can do there. */
  grants: Grants;
  sessionId: string;
  /** When the user last proved who they are, in milliseconds since 1970 UTC. */
  authenticatedAt: number;
  /** Sends a mail with the batch of the call. */
  post: Post;
  links: Links;
}
