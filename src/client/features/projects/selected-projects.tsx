import { SelectionActions } from "#client/session/verbs/selection-actions.tsx";
import { useVerbs } from "#client/session/verbs/use-verbs.ts";
import type { Selection } from "#client/ui/selection.ts";
import type { Project } from "./project.ts";
import { texts } from "./texts.ts";
import { projectKind } from "./verbs.ts";

/** The bar with the actions for the selected projects. */
export function SelectedProjects(props: { selection: Selection<Project> }) {
  const verbs = useVerbs(projectKind);
  const readOnly = () =>
    props.selection.rows().filter(({ isFrozen }) => isFrozen).length;
  return (
    <SelectionActions
      label={texts().bulk.label}
      verbs={verbs}
      selection={props.selection}
      note={readOnly() > 0 ? texts().bulk.readOnly(readOnly()) : undefined}
    />
  );
}
