import type { RouterOutputs } from "#sdk/index.ts";
import { api } from "#client/session/api.ts";

export type ServiceAccount =
  RouterOutputs["serviceAccounts"]["list"]["items"][number];

/** Refetches the service accounts and the keys, whose permissions depend on the role of their account. */
export async function refetchAccounts(org: string): Promise<void> {
  await Promise.all([
    api.serviceAccounts.list.invalidate({ org }),
    api.serviceAccounts.get.invalidate(),
    api.apiKeys.list.invalidate({ org }),
  ]);
}
