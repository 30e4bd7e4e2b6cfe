import { createSignal } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#client/session/organization.tsx";
import type { SelectOption } from "#client/ui/select.tsx";

/** As many as a page of the list can have; beyond that one searches. */
const AT_ONCE = 100;

/** The members whom the role can be offered to: no admins, and nobody suspended. */
export function useRecipients() {
  const { slug } = useOrganization();
  const [search, setSearch] = createSignal("");
  const members = api.members.list.useQuery(() => ({
    org: slug(),
    limit: AT_ONCE,
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
    areMany: () => search() !== "" || Boolean(page()?.nextCursor),
    areNone: () => page() !== undefined && options().length === 0,
  };
}
