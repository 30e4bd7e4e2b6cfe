import { Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { LoadMore } from "#client/ui/load-more.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { RowsBox } from "#client/ui/rows-box.tsx";
import { createSelection } from "#client/ui/selection.ts";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { NoPeople } from "./no-people.tsx";
import { PeopleTable } from "./people-table.tsx";
import { PeopleToolbar } from "./people-toolbar.tsx";
import { nameOf } from "./person.ts";
import { SelectedPeople } from "./selected-people.tsx";
import { texts } from "./texts.ts";
import type { PeopleList as List } from "./use-people-list.ts";

/** Lists the members and the invitations of the organization, with filters and actions. */
export function PeopleList(props: { list: List; onInvite: () => void }) {
  const { can } = useOrganization();
  const canSelect = () =>
    can("member:update") ||
    can("member:remove") ||
    can("invitation:create") ||
    can("invitation:revoke");
  const selection = createSelection(
    () => props.list.rows(),
    (person) => texts().select(nameOf(person)),
    ({ id }) => id,
  );
  return (
    <>
      <PeopleToolbar list={props.list} />
      <Loaded query={props.list.query} skeleton={<Skeleton rows={10} />}>
        {() => (
          <Show
            when={props.list.rows().length > 0}
            fallback={<NoPeople list={props.list} onInvite={props.onInvite} />}
          >
            <RowsBox isStale={props.list.query.isPlaceholderData}>
              {/* The columns can need more than a narrow window. */}
              <div class="relative sm:overflow-x-auto">
                <PeopleTable
                  list={props.list}
                  selection={canSelect() ? selection : undefined}
                />
              </div>
              <LoadMore query={props.list.query} isAutomatic />
            </RowsBox>
          </Show>
        )}
      </Loaded>
      <SelectedPeople selection={selection} />
    </>
  );
}
