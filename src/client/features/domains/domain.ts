import { api } from "#client/session/api.ts";

export type Domain = Awaited<
  ReturnType<typeof api.domains.list.query>
>["items"][number];

/** For what was changed: the list is read anew. */
export function rereadDomains(org: string): Promise<void> {
  return api.domains.list.invalidate({ org });
}
