import { api } from "#client/session/api.ts";
import type { SelectOption } from "#client/ui/select.tsx";
import { useOrganization } from "#sdk/solid.ts";

/** The largest number of members that the server returns at once. */
const LIMIT = 100;

interface Person {
  id: string;
  name: string;
  email?: string;
  role?: string;
}

/**
 * Returns the active members as options of a select, by name.
 *
 * @param search a part of the name or address; an organization with many members needs one
 * @param known people who are listed in any case
 * @param canChoose whether members with this role are listed
 */
export function useMembers(
  search: () => string,
  known: () => readonly Person[],
  canChoose: (role: string) => boolean = () => true,
) {
  const { slug, can } = useOrganization();
  const query = api.members.list.useQuery(
    () => ({
      org: slug(),
      status: "active",
      limit: LIMIT,
      q: search().trim() || undefined,
    }),
    () => ({ enabled: can("member:read") }),
  );
  const page = () => (query.isSuccess ? query.data : undefined);
  return {
    hasMore: () => search() !== "" || Boolean(page()?.nextCursor),
    options(): SelectOption[] {
      const listed = (page()?.items ?? []).map(
        ({ userId, name, email, role }): Person => ({
          id: userId,
          name,
          email,
          role,
        }),
      );
      const missing = known().filter(({ id }) =>
        listed.every((person) => person.id !== id),
      );
      const eligible = listed.filter(
        ({ id, role }) =>
          role === undefined ||
          canChoose(role) ||
          known().some((person) => person.id === id),
      );
      return [...missing, ...eligible].map(({ id, name, email }) => ({
        value: id,
        label: name,
        ...(email && { description: email }),
      }));
    },
  };
}
