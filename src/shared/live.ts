import type { Permission } from "./permissions";

/** What changed in an organization, as far as a page that shows it has to read anew, and the right to read it. */
export const TOPICS = {
  organization: "organization:read",
  members: "member:read",
  roles: "role:read",
  invitations: "invitation:read",
  links: "invitation:read",
  domains: "organization:read",
  transfers: "organization:read",
  projects: "project:read",
  billing: "billing:read",
  audit: "audit:read",
} as const satisfies Record<string, Permission>;

export type Topic = keyof typeof TOPICS;

export const TOPIC_NAMES = Object.keys(TOPICS) as Topic[];

/** `you`: who the reader is there, or what they may do, may have changed. `lost`: they have no access any more. */
export type LiveKind = Topic | "you" | "lost";

/** What a page is told: what to read anew. `lost` is the last of it. */
export interface LiveSignal {
  kind: LiveKind;
}
