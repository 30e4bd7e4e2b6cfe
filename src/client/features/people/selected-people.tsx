import { SelectionActions } from "#client/session/verbs/selection-actions.tsx";
import { useVerbs, type Verbs } from "#client/session/verbs/use-verbs.ts";
import { useSkipNote } from "#client/features/members/bulk/skip-note.ts";
import { memberKind } from "#client/features/members/verbs.ts";
import { invitationKind } from "#client/features/invitations/verbs.ts";
import type { Selection } from "#client/ui/selection.ts";
import { invitationOf, isMember, memberOf, type Person } from "./person.ts";
import { texts } from "./texts.ts";

/** The bar with the actions for the selected members and invitations. */
export function SelectedPeople(props: { selection: Selection<Person> }) {
  const noteOf = useSkipNote();
  const verbs = useVerbsOfBoth();
  const note = () => {
    const people = props.selection.rows();
    const members = membersIn(people);
    const skipped = noteOf(members);
    const isMixed = members.length > 0 && members.length < people.length;
    if (!isMixed) return skipped;
    const { mixed } = texts();
    const kinds = mixed(members.length, people.length - members.length);
    return skipped ? `${kinds}, ${skipped}` : kinds;
  };
  return (
    <SelectionActions
      label={texts().selected}
      verbs={verbs}
      selection={props.selection}
      note={note()}
    />
  );
}

/** Each action changes the people of its own kind. */
function useVerbsOfBoth(): Pick<Verbs<Person>, "ofMany"> {
  const members = useVerbs(memberKind);
  const invitations = useVerbs(invitationKind);
  return {
    ofMany: (people, done) => [
      ...members.ofMany(membersIn(people), done),
      ...invitations.ofMany(
        people.filter((person) => !isMember(person)).map(invitationOf),
        done,
      ),
    ],
  };
}

function membersIn(people: readonly Person[]) {
  return people.filter(isMember).map(memberOf);
}
