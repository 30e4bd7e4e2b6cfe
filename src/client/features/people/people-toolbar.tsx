import ListFilter from "lucide-solid/icons/list-filter";
import { createSignal, Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { useRoles } from "#client/session/use-roles.ts";
import { ResendExpired } from "#client/features/invitations/resend-expired.tsx";
import { Button } from "#client/ui/button.tsx";
import { cx } from "#client/ui/cx.ts";
import { SearchField } from "#client/ui/search-field.tsx";
import { Select } from "#client/ui/select.tsx";
import { visibleColumns } from "./columns.ts";
import { texts } from "./texts.ts";
import {
  INACTIVE_DAYS,
  type PeopleList,
  SORTS,
  STATUSES,
  TWO_FACTOR,
} from "./use-people-list.ts";
import { ViewMenu } from "./views/view-menu.tsx";

const ANY_ROLE = "any";
const FILTERS_ID = "people-filters";

/** The search field and the filters of the list. The URL holds their values. On a phone, a button shows the filters. */
export function PeopleToolbar(props: { list: PeopleList }) {
  const [isOpen, setOpen] = createSignal(false);
  return (
    <div
      role="group"
      aria-label={texts().filters.label}
      class="mb-4 flex flex-wrap items-end gap-2"
    >
      <SearchField
        label={texts().filters.search}
        class="min-w-0 max-sm:w-full sm:w-56"
        value={props.list.search.typed()}
        onInput={(text) => props.list.search.type(text)}
      />
      <Button
        class="sm:hidden"
        icon={<ListFilter size={16} />}
        aria-expanded={isOpen()}
        aria-controls={FILTERS_ID}
        onClick={() => setOpen(!isOpen())}
      >
        {texts().filters.show(props.list.filterCount())}
      </Button>
      <div
        id={FILTERS_ID}
        class={cx(
          "grid-cols-2 gap-2 max-sm:order-last max-sm:w-full sm:flex sm:flex-wrap",
          isOpen() ? "grid" : "hidden",
        )}
      >
        <RoleFilter list={props.list} />
        <StatusFilter list={props.list} />
        <SecurityFilters list={props.list} />
        <SortSelect list={props.list} />
      </div>
      <div class="peer empty:hidden max-sm:order-last sm:ml-auto">
        <Show when={props.list.isOfInvitations()}>
          <ResendExpired />
        </Show>
      </div>
      <div class="ml-auto sm:peer-[:not(:empty)]:ml-0">
        <ViewMenu />
      </div>
    </div>
  );
}

function RoleFilter(props: { list: PeopleList }) {
  const roles = useRoles();
  return (
    <Select
      label={texts().filters.roleLabel}
      hideLabel
      class="sm:w-32"
      options={[
        { value: ANY_ROLE, label: texts().filters.anyRole },
        ...roles.all(),
      ]}
      value={props.list.role() ?? ANY_ROLE}
      onChange={(role) =>
        props.list.setRole(role === ANY_ROLE ? undefined : role)
      }
    />
  );
}

function StatusFilter(props: { list: PeopleList }) {
  const { can } = useOrganization();
  const statuses = () =>
    can("invitation:read")
      ? STATUSES
      : STATUSES.filter((value) => value !== "invited" && value !== "expired");
  return (
    <Select
      label={texts().filters.statusLabel}
      hideLabel
      class="sm:w-32"
      options={statuses().map((value) => ({
        value,
        label: texts().filters.status[value],
      }))}
      value={props.list.status()}
      onChange={props.list.setStatus}
    />
  );
}

function SecurityFilters(props: { list: PeopleList }) {
  const { can } = useOrganization();
  return (
    <Show when={can("member:update")}>
      <Select
        label={texts().filters.twoFactorLabel}
        hideLabel
        class="sm:w-32"
        options={TWO_FACTOR.map((value) => ({
          value,
          label: texts().filters.twoFactor[value],
        }))}
        value={props.list.twoFactor()}
        onChange={props.list.setTwoFactor}
      />
      <Select
        label={texts().filters.inactiveLabel}
        hideLabel
        class="sm:w-40"
        options={INACTIVE_DAYS.map((value) => ({
          value,
          label:
            value === "any"
              ? texts().filters.anyActivity
              : texts().filters.inactive(value),
        }))}
        value={props.list.inactive()}
        onChange={props.list.setInactive}
      />
    </Show>
  );
}

/** Sorts the cards on a phone, which have no column headers. */
function SortSelect(props: { list: PeopleList }) {
  const { can } = useOrganization();
  const sorts = () => {
    const visible: readonly string[] = ["name", ...visibleColumns(can)];
    return SORTS.filter((sort) => visible.includes(sort));
  };
  return (
    <Select
      label={texts().filters.sortLabel}
      hideLabel
      class="sm:hidden"
      options={sorts().map((value) => ({
        value,
        label: texts().filters.sortBy(texts().columns[value]),
      }))}
      value={props.list.sortedBy()}
      onChange={(sort) => props.list.sortBy(sort)}
    />
  );
}
