import { createSignal } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import type { SelectOption } from "#client/ui/select.tsx";

/**
 * The largest number of members that the server returns at once. An organization with more members gets a search field.
 */
const LIMIT = 100;

/** Returns the members who can receive the admin role: active members who are not admins. */
export function useRecipients() {
  const { slug } = useOrganization();
  const [search, setSearch] = createSignal("");
  const members = api.members.list.useQuery(() => ({
    org: slug(),
    limit: LIMIT,
    q: search().trim() || undefined,
  }));
  const page = () => (members.isSuccess ? members.data : undefined);
  const options = (): SelectOption[] =>
    (page()?.items ?? [])
      .filter(
        ({ role, suspendedAt }) => role !== "admin" && suspendedAt === null,
      )
      .map(({ userId, name, email }) => ({
        value: userId,
        label: name,
        description: email,
      }));
  return {
    search,
    setSearch,
    options,
    hasSearch: () => search() !== "" || Boolean(page()?.nextCursor),
    isEmpty: () => page() !== undefined && options().length === 0,
  };
}
