import { useLocation, useNavigate } from "@solidjs/router";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import type { Project } from "./project.ts";
import { texts } from "./texts.ts";
import { useProjectActions } from "./use-project-actions.ts";

export default function DeleteProjectDialog(
  props: VerbDialogProps & { project: Project },
) {
  const { organization } = useOrganization();
  const { deleteProject } = useProjectActions();
  const path = useOrganizationPath();
  const location = useLocation();
  const navigate = useNavigate();
  const confirm = async () => {
    const { id } = props.project;
    await deleteProject(props.project);
    if (location.pathname === path(`projects/${id}`))
      navigate(path("projects"), { replace: true });
  };
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={texts().deletion.title(props.project.name)}
      confirmLabel={texts().deletion.confirm}
      tone="danger"
      onConfirm={confirm}
    >
      {texts().deletion.text(<bdi>{organization().name}</bdi>)}
    </ConfirmDialog>
  );
}
