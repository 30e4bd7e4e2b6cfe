import type { RouterOutputs } from "#sdk/index.ts";

export type Project = RouterOutputs["projects"]["get"];
export type ProjectStatus = Project["status"];
export const SORTS = ["created", "updated", "name", "owner"] as const;
export type Sort = (typeof SORTS)[number];
export const STATUS_FILTERS = ["active", "archived", "all"] as const;
