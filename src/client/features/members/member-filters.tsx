import { SearchField } from "#client/ui/search-field.tsx";
import { Select } from "#client/ui/select.tsx";
import { useRoles } from "#client/session/use-roles.ts";
import { STATUSES, type useMemberList } from "./use-member-list.ts";
import { texts } from "./texts.ts";

const ANY_ROLE = "any";

/** Shows the search field and the filters by role and status. The URL holds their values. */
export function MemberFilters(props: {
  list: ReturnType<typeof useMemberList>;
}) {
  const roles = useRoles();
  const roleOptions = () => [
    { value: ANY_ROLE, label: texts().filters.anyRole },
    ...roles.all(),
  ];
  return (
    <div
      role="group"
      aria-label={texts().filters.label}
      class="mb-4 flex flex-wrap items-end gap-3"
    >
      <SearchField
        label={texts().filters.search}
        class="w-full max-w-sm sm:w-64"
        value={props.list.search.typed()}
        onInput={(text) => props.list.search.type(text)}
      />
      <Select
        label={texts().filters.roleLabel}
        hideLabel
        class="w-36"
        options={roleOptions()}
        value={props.list.role() ?? ANY_ROLE}
        onChange={(role) =>
          props.list.setRole(role === ANY_ROLE ? undefined : role)
        }
      />
      <Select
        label={texts().filters.statusLabel}
        hideLabel
        class="w-36"
        options={STATUSES.map((value) => ({
          value,
          label: texts().filters.status[value],
        }))}
        value={props.list.status()}
        onChange={props.list.setStatus}
      />
    </div>
  );
}
