import { api } from "#client/session/api.ts";

/** A provider to sign in with. */
export type Provider = Awaited<
  ReturnType<typeof api.linkedAccounts.providers.query>
>["items"][number];

/** The configured providers; none while loading. They do not change while the page is open. */
export function useProviders() {
  const query = api.linkedAccounts.providers.useQuery(
    () => ({}),
    () => ({ retry: false, staleTime: Infinity }),
  );
  // Reading the data of a pending query would suspend the whole page.
  const items = (): Provider[] => (query.isSuccess ? query.data.items : []);
  return {
    /** Whether the query has finished or failed. */
    isSettled: () => !query.isPending,
    items,
    nameOf: (id: string) => items().find((one) => one.id === id)?.name,
  };
}
