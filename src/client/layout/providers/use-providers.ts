import { api } from "#client/session/api.ts";

/** An external provider with which users can sign in. */
export type Provider = Awaited<
  ReturnType<typeof api.linkedAccounts.providers.query>
>["items"][number];

/**
 * Returns the configured sign-in providers; none while they are loading. They are fetched once, because they do not
 * change while the page is open.
 */
export function useProviders() {
  const query = api.linkedAccounts.providers.useQuery(
    () => ({}),
    () => ({ retry: false, staleTime: Infinity }),
  );
  // The status is checked first, because reading the data of a pending query would suspend the whole page.
  const items = (): Provider[] => (query.isSuccess ? query.data.items : []);
  return {
    /** Whether the request for the providers has finished or failed. */
    isSettled: () => !query.isPending,
    items,
    nameOf: (id: string) => items().find((one) => one.id === id)?.name,
  };
}
