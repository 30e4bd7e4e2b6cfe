import { api } from "#client/session/api.ts";

export type Domain = Awaited<
  ReturnType<typeof api.domains.list.query>
>["items"][number];

export function refetchDomains(org: string): Promise<void> {
  return api.domains.list.invalidate({ org });
}
