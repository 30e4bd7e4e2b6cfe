import { api } from "#client/session/api.ts";

/** Whose accounts sign people in here. */
export type Offered = Awaited<
  ReturnType<typeof api.identities.providers.query>
>["items"][number];

/** Which providers are configured; none while that is not known. It does not change while the page is open. */
export function useProviders() {
  const query = api.identities.providers.useQuery(
    () => ({}),
    () => ({ retry: false, staleTime: Infinity }),
  );
  // Reading the data of a pending query would suspend the whole page.
  const items = (): Offered[] => (query.isSuccess ? query.data.items : []);
  return {
    /** Whether it is known, or cannot be. */
    isSettled: () => !query.isPending,
    items,
    nameOf: (id: string) => items().find((one) => one.id === id)?.name,
  };
}
