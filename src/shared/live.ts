import type { Permission } from "./permissions";

/** The kinds of data whose changes live events report, with the permission that a member needs to read each kind. */
export const TOPICS = {
  organization: "organization:read",
  members: "member:read",
  roles: "role:read",
  invitations: "invitation:read",
  links: "invitation:read",
  domains: "organization:read",
  transfers: "organization:read",
  requests: "organization:read",
  projects: "project:read",
  apiKeys: "apiKey:own",
  billing: "billing:read",
  audit: "audit:read",
} as const satisfies Record<string, Permission>;

export type Topic = keyof typeof TOPICS;

export const TOPIC_NAMES = Object.keys(TOPICS) as Topic[];

/**
 * A kind of live event. `you`: the membership or the permissions of the signed-in user may have changed. `lost`: the
 * user has lost access.
 */
export type LiveKind = Topic | "you" | "lost";

/** A live event, which tells an open page what data to read again. The stream ends after `lost`. */
export interface LiveSignal {
  kind: LiveKind;
}
