import Star from "lucide-solid/icons/star";
import { createMemo, Show } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { cx } from "#client/ui/cx.ts";
import { SearchField } from "#client/ui/search-field.tsx";
import { Select } from "#client/ui/select.tsx";
import { useOrganization } from "#sdk/solid.ts";
import { SORTS, STATUS_FILTERS } from "./project.ts";
import type { ProjectList } from "./use-project-list.ts";
import { useMembers } from "./use-members.ts";
import { texts } from "./texts.ts";

const statusOptions = () =>
  STATUS_FILTERS.map((value) => ({
    value,
    label: texts().filters.status[value],
  }));

const sortOptions = () =>
  SORTS.map((value) => ({ value, label: texts().filters.sorts[value] }));

export function ProjectToolbar(props: { list: ProjectList }) {
  const { can } = useOrganization();
  return (
    <div class="mb-4 flex flex-wrap gap-2">
      <SearchField
        label={texts().filters.search}
        class="max-w-sm min-w-0 max-sm:basis-full"
        value={props.list.search.typed()}
        onInput={(text) => props.list.search.type(text)}
      />
      <Select
        label={texts().filters.statusLabel}
        hideLabel
        class="w-32 shrink-0"
        options={statusOptions()}
        value={props.list.status()}
        onChange={(status) => props.list.setStatus(status)}
      />
      <Show when={can("member:read")}>
        <OwnerFilter list={props.list} />
      </Show>
      <Button
        aria-pressed={props.list.onlyFavourites()}
        class={cx(props.list.onlyFavourites() && "bg-accent-soft")}
        icon={<Star size={15} />}
        onClick={() =>
          props.list.setOnlyFavourites(!props.list.onlyFavourites())
        }
      >
        {texts().filters.favourites}
      </Button>
      {/* On a phone, the table has no headers by which it could be sorted. */}
      <Select
        label={texts().filters.sort}
        hideLabel
        class="w-40 shrink-0 sm:hidden"
        options={sortOptions()}
        value={props.list.sortedBy()}
        onChange={(sort) => props.list.sortBy(sort)}
      />
    </div>
  );
}

const ANYONE = "any";
const NO_OWNER = "none";

function OwnerFilter(props: { list: ProjectList }) {
  const { user } = useOrganization();
  const members = useMembers(
    () => "",
    () => [],
  );
  const options = createMemo(() => [
    { value: ANYONE, label: texts().filters.anyOwner },
    { value: user().id, label: texts().filters.mine },
    { value: NO_OWNER, label: texts().owner.none },
    ...members.options().filter(({ value }) => value !== user().id),
  ]);
  return (
    <Select
      label={texts().filters.owner}
      hideLabel
      class="w-40 shrink-0"
      options={options()}
      value={props.list.owner() ?? ANYONE}
      onChange={(owner) =>
        props.list.setOwner(owner === ANYONE ? undefined : owner)
      }
    />
  );
}
