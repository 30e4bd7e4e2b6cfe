import type { RouterOutputs } from "#sdk/index.ts";
import { api } from "#client/session/api.ts";

export type Link = RouterOutputs["links"]["list"]["items"][number];
export type NewLink = RouterOutputs["links"]["create"];

export function refetchLinks(org: string): Promise<void> {
  return api.links.list.invalidate({ org });
}
