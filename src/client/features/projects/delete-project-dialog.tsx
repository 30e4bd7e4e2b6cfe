import { createMemo } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import type { Project } from "./project.ts";
import { texts } from "./texts.ts";

export function DeleteProjectDialog(props: {
  /** The project to delete; undefined while the dialog is closed. */
  project: Project | undefined;
  onClose: () => void;
  onDelete: (project: Project) => Promise<void>;
}) {
  const { organization } = useOrganization();
  // Keep the project's name on the screen during the closing animation.
  const shown = createMemo<Project | undefined>(
    (before) => props.project ?? before,
  );
  return (
    <ConfirmDialog
      open={props.project !== undefined}
      onClose={props.onClose}
      title={texts().deletion.title(shown()?.name ?? "")}
      confirmLabel={texts().deletion.confirm}
      tone="danger"
      onConfirm={() => props.project && props.onDelete(props.project)}
    >
      {texts().deletion.text(<bdi>{organization().name}</bdi>)}
    </ConfirmDialog>
  );
}
