import { createSignal } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Form } from "#client/ui/form.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { projectFields } from "./project-fields.ts";
import type { Project } from "./project.ts";
import { texts } from "./texts.ts";
import { useProjectActions } from "./use-project-actions.ts";

const fields = projectFields.pick({ name: true });

/** Renames a project outside the list, which has a field for it in each row. */
export default function RenameDialog(
  props: VerbDialogProps & { project: Project },
) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().renaming.title(props.project.name)}
      size="sm"
    >
      <RenameForm project={props.project} onClose={props.onClose} />
    </Dialog>
  );
}

function RenameForm(props: { project: Project; onClose: () => void }) {
  const { rename } = useProjectActions();
  // eslint-disable-next-line solid/reactivity -- only the initial name is read
  const [name, setName] = createSignal(props.project.name);
  const problems = createFormProblems(["name"]);
  const submit = () =>
    problems.attempt(() => {
      const next = fields.parse({ name: name() }).name;
      props.onClose();
      if (next !== props.project.name) void rename(props.project, next);
    });
  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <TextField
          id={problems.id("name")}
          label={texts().creation.name}
          autocomplete="off"
          value={name()}
          onInput={setName}
          error={problems.at("name")}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{texts().creation.cancel}</Button>
        <Button type="submit" variant="primary">
          {texts().renaming.submit}
        </Button>
      </DialogActions>
    </Form>
  );
}
