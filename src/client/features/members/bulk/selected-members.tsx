import { SelectionActions } from "#client/session/verbs/selection-actions.tsx";
import { useVerbs } from "#client/session/verbs/use-verbs.ts";
import type { Selection } from "#client/ui/selection.ts";
import type { MemberThing } from "../member.ts";
import { memberKind } from "../verbs.ts";
import { useSkipReason } from "./changeable.ts";
import { texts } from "./texts.ts";

/** The bar with the actions for the selected members. */
export function SelectedMembers(props: { selection: Selection<MemberThing> }) {
  const verbs = useVerbs(memberKind);
  const skipReason = useSkipReason();
  const note = () => {
    const skipped = props.selection.rows().filter(skipReason);
    const [first] = skipped;
    if (!first) return undefined;
    return skipped.length === 1 && skipReason(first) === "YOURSELF"
      ? texts().notYourself
      : texts().skippedCount(skipped.length);
  };
  return (
    <SelectionActions
      label={texts().bar}
      verbs={verbs}
      selection={props.selection}
      note={note()}
    />
  );
}
