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

/** The page with all service accounts, below the path of the organization. */
export const LIST_PAGE = "settings/api?tab=service-accounts";

/** Returns the page of a service account, below the path of the organization. */
export function pageOf({ id }: Pick<ServiceAccount, "id">): string {
  return `settings/api/service-accounts/${id}`;
}
