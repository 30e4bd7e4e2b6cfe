import { SearchField } from "../../../../../ui/search-field.tsx";
import { Select } from "../../../../../ui/select.tsx";
import { useRoles } from "../use-roles.ts";
import { STATUSES, type useMemberList } from "./use-member-list.ts";

const ANY_ROLE = "any";
const LABELS: Record<(typeof STATUSES)[number], string> = {
  all: "Everybody",
  active: "With access",
  suspended: "Suspended",
  frozen: "Reading only",
};

/** Words, a role and how members stand; all of it is in the address. */
export function MemberFilters(props: {
  list: ReturnType<typeof useMemberList>;
}) {
  const roles = useRoles();
  const roleOptions = () => [
    { value: ANY_ROLE, label: "Any role" },
    ...roles.all(),
  ];
  return (
    <div
      role="group"
      aria-label="Narrow the list"
      class="mb-4 flex flex-wrap items-end gap-3"
    >
      <SearchField
        label="Find a member…"
        class="w-full max-w-sm sm:w-64"
        value={props.list.search.typed()}
        onInput={(text) => props.list.search.type(text)}
      />
      <Select
        label="Role"
        hideLabel
        class="w-36"
        options={roleOptions()}
        value={props.list.role() ?? ANY_ROLE}
        onChange={(role) =>
          props.list.setRole(role === ANY_ROLE ? undefined : role)
        }
      />
      <Select
        label="Status"
        hideLabel
        class="w-36"
        options={STATUSES.map((value) => ({ value, label: LABELS[value] }))}
        value={props.list.status()}
        onChange={props.list.setStatus}
      />
    </div>
  );
}
