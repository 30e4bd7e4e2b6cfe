import { createSignal } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#client/session/organization.tsx";
import type { SelectOption } from "#client/ui/select.tsx";

/** The largest page of the list. Larger organizations get a search field. */
const LIMIT = 100;

/** The members who can become admin: active members who aren't admins. */
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
