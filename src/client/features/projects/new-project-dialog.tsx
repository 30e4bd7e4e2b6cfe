import { createSignal } from "solid-js";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { TextArea } from "#client/ui/text-area.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { toast } from "#client/ui/toast.ts";
import { projectFields } from "./project-fields.ts";
import { texts } from "./texts.ts";

export function NewProjectDialog(props: {
  open: boolean;
  onClose: () => void;
}) {
  const { organization } = useOrganization();
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().creation.title}
      description={texts().creation.text(<bdi>{organization().name}</bdi>)}
    >
      <NewProjectForm onClose={props.onClose} />
    </Dialog>
  );
}

function NewProjectForm(props: { onClose: () => void }) {
  const { slug } = useOrganization();
  const [name, setName] = createSignal("");
  const [description, setDescription] = createSignal("");
  const problems = createFormProblems(["name", "description"]);
  const create = api.projects.create.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const submit = () =>
    problems.attempt(async () => {
      const org = slug();
      const typed = { name: name(), description: description() };
      const project = await create.mutateAsync({
        org,
        ...projectFields.parse(typed),
      });
      await api.projects.list.invalidate({ org });
      props.onClose();
      toast.success(texts().creation.created(project.name));
    });

  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={texts().creation.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <TextField
          id={problems.id("name")}
          label={texts().creation.name}
          autocomplete="off"
          value={name()}
          onInput={setName}
          error={problems.at("name")}
        />
        <TextArea
          id={problems.id("description")}
          label={texts().creation.description}
          optional
          hint={texts().creation.descriptionHint}
          value={description()}
          onInput={setDescription}
          error={problems.at("description")}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{texts().creation.cancel}</Button>
        <Button type="submit" variant="primary">
          {texts().creation.submit}
        </Button>
      </DialogActions>
    </Form>
  );
}
