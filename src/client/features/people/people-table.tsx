import { createMemo, Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { useVerbs } from "#client/session/verbs/use-verbs.ts";
import { VerbMenu } from "#client/session/verbs/verb-menu.tsx";
import { invitationKind } from "#client/features/invitations/verbs.ts";
import { memberKind } from "#client/features/members/verbs.ts";
import type { Selection } from "#client/ui/selection.ts";
import { Table } from "#client/ui/table.tsx";
import type { Column } from "#client/ui/table-column.ts";
import {
  chosenColumns,
  type ColumnId,
  ONLY_OF_MEMBERS,
  visibleColumns,
} from "./columns.ts";
import { useCells } from "./cells.tsx";
import {
  invitationOf,
  isMember,
  memberOf,
  nameOf,
  type Person,
} from "./person.ts";
import { PersonName } from "./person-name.tsx";
import { texts } from "./texts.ts";
import { type PeopleList, type Sort, SORTS } from "./use-people-list.ts";

export interface PeopleTableProps {
  list: PeopleList;
  selection: Selection<Person> | undefined;
}

export function PeopleTable(props: PeopleTableProps) {
  const { can } = useOrganization();
  const cells = useCells();
  const sortOf = (column: string): Column<Person>["sort"] => {
    const sort = SORTS.find((one) => one === column);
    return sort && sorting(props.list, sort);
  };
  const columnOf = (id: ColumnId): Column<Person> => ({
    id,
    header: texts().columns[id],
    ...cells[id],
    ...(sortOf(id) && { sort: sortOf(id) }),
  });
  const isShown = (column: ColumnId) =>
    chosenColumns().includes(column) &&
    !(props.list.isOfInvitations() && ONLY_OF_MEMBERS.includes(column));
  const shown = createMemo(() => visibleColumns(can).filter(isShown), [], {
    equals: isSameList,
  });
  // The same columns stay when the order changes or the permissions are read again, so that a row keeps the focus.
  const columns = createMemo((): Column<Person>[] => [
    {
      id: "name",
      header: texts().columns.name,
      class: "sm:w-full sm:max-w-0 sm:min-w-52",
      sort: sorting(props.list, "name"),
      cell: (person) => <PersonName person={person} />,
    },
    ...shown().map(columnOf),
    {
      id: "actions",
      header: texts().columns.actions,
      isActions: true,
      align: "end",
      cell: (person) => <Actions person={person} />,
    },
  ]);
  const memberVerbs = useVerbs(memberKind);
  const invitationVerbs = useVerbs(invitationKind);
  const Actions = (of: { person: Person }) => (
    <Show
      when={isMember(of.person)}
      fallback={
        <VerbMenu
          label={texts().actionsForInvitation(of.person.email)}
          verbs={invitationVerbs}
          thing={invitationOf(of.person)}
        />
      }
    >
      {/* The row has a select for the role. */}
      <VerbMenu
        label={texts().actionsFor(nameOf(of.person))}
        verbs={memberVerbs}
        thing={memberOf(of.person)}
        without={chosenColumns().includes("role") ? ["changeRole"] : []}
      />
    </Show>
  );
  return (
    <Table
      caption={texts().caption}
      columns={columns()}
      rows={props.list.rows()}
      selection={props.selection}
    />
  );
}

function isSameList(
  before: readonly ColumnId[],
  after: readonly ColumnId[],
): boolean {
  return before.join(" ") === after.join(" ");
}

function sorting(list: PeopleList, sort: Sort) {
  return {
    get direction() {
      if (list.sortedBy() !== sort) return undefined;
      return list.order() === "asc" ? "ascending" : "descending";
    },
    onToggle: () => list.sortBy(sort),
  } as const;
}
