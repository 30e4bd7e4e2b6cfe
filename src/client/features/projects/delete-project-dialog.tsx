import { createMemo } from "solid-js";
import { useOrganization } from "#client/session/organization.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import type { Project } from "./project.ts";
import { texts } from "./texts.ts";

/** Asks before a project is deleted; open while there is one. */
export function DeleteProjectDialog(props: {
  project: Project | undefined;
  onClose: () => void;
  onDelete: (project: Project) => Promise<void>;
}) {
  const { organization } = useOrganization();
  // While it closes, the dialog still shows the name.
  const named = createMemo<Project | undefined>(
    (before) => props.project ?? before,
  );
  return (
    <ConfirmDialog
      open={props.project !== undefined}
      onClose={props.onClose}
      title={texts().deleteProjectDialog.title(named()?.name ?? "")}
      confirmLabel={texts().deleteProjectDialog.deleteProject}
      tone="danger"
      onConfirm={() => props.project && props.onDelete(props.project)}
    >
      It disappears for everybody in <bdi>{organization().name}</bdi>, and this
      cannot be undone. Archive it instead to keep it out of the way.
    </ConfirmDialog>
  );
}
