import type { Permission } from "./permissions";

/** The kinds of data that live events report as changed, with the permission to read each. */
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

/** `you`: the membership or the permissions of the reader may have changed. `lost`: the reader has lost access. */
export type LiveKind = Topic | "you" | "lost";

/** Tells a page what to read again. The stream ends after `lost`. */
export interface LiveSignal {
  kind: LiveKind;
}
