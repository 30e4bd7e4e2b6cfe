import { createSignal, Show } from "solid-js";
import { useRoles } from "#client/session/use-roles.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { Button } from "#client/ui/button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Form } from "#client/ui/form.tsx";
import { SearchField } from "#client/ui/search-field.tsx";
import { Select } from "#client/ui/select.tsx";
import type { Project } from "./project.ts";
import { texts } from "./texts.ts";
import { useMembers } from "./use-members.ts";
import { useProjectActions } from "./use-project-actions.ts";

const NO_OWNER = "none";

/** Gives a project to another owner. */
export default function OwnerDialog(
  props: VerbDialogProps & { project: Project },
) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().owner.title(props.project.name)}
      description={texts().owner.text}
      size="sm"
    >
      <OwnerForm project={props.project} onClose={props.onClose} />
    </Dialog>
  );
}

function OwnerForm(props: { project: Project; onClose: () => void }) {
  const { changeOwner } = useProjectActions();
  const [search, setSearch] = createSignal("");
  // eslint-disable-next-line solid/reactivity -- only the initial owner is read
  const [chosen, setChosen] = createSignal(props.project.ownerId ?? NO_OWNER);
  const problems = createFormProblems(["ownerId"], {
    OWNER_NOT_MEMBER: "ownerId",
  });
  const known = () => {
    const { ownerId, owner } = props.project;
    return ownerId && owner ? [{ id: ownerId, name: owner.name }] : [];
  };
  const roles = useRoles();
  // The server refuses an owner who cannot edit projects.
  const members = useMembers(search, known, (role) =>
    roles.includes(role, "project:update"),
  );
  const submit = () =>
    problems.attempt(async () => {
      const ownerId = chosen() === NO_OWNER ? null : chosen();
      if (ownerId !== props.project.ownerId)
        await changeOwner(props.project, ownerId);
      props.onClose();
    });
  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={texts().owner.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <Show when={members.hasMore()}>
          <SearchField
            label={texts().owner.search}
            value={search()}
            onInput={setSearch}
          />
        </Show>
        <Select
          id={problems.id("ownerId")}
          label={texts().owner.label}
          options={[
            { value: NO_OWNER, label: texts().owner.none },
            ...members.options(),
          ]}
          value={chosen()}
          onChange={setChosen}
          error={problems.at("ownerId")}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{texts().creation.cancel}</Button>
        <Button type="submit" variant="primary">
          {texts().owner.submit}
        </Button>
      </DialogActions>
    </Form>
  );
}
