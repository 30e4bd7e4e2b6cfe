import { createSignal, Show } from "solid-js";
import { useRoles } from "#client/session/use-roles.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { Button } from "#client/ui/button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Form } from "#client/ui/form.tsx";
import { Select } from "#client/ui/select.tsx";
import type { AccessRequest } from "./request.ts";
import { texts } from "./texts.ts";
import { useRequestActions } from "./use-request-actions.ts";

/** Approves a request for a role: the user chooses one of the roles with the permission. */
export default function GiveRoleDialog(
  props: VerbDialogProps & { request: AccessRequest },
) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().role.title(props.request.user.name)}
      size="sm"
    >
      <GiveRoleForm request={props.request} onClose={props.onClose} />
    </Dialog>
  );
}

function GiveRoleForm(props: { request: AccessRequest; onClose: () => void }) {
  const roles = useRoles();
  const { approve } = useRequestActions();
  const [chosen, setChosen] = createSignal<string>();
  const problems = createFormProblems(["role"]);
  // Admin is never the first choice, because it includes every permission.
  const options = () =>
    roles
      .options()
      .filter(({ value }) => {
        const { permission, role } = props.request;
        return (
          value !== role &&
          (permission === null || roles.includes(value, permission))
        );
      })
      .toSorted(
        (a, b) => Number(a.value === "admin") - Number(b.value === "admin"),
      );
  const role = () =>
    chosen() ?? options().find(({ value }) => value !== "admin")?.value;
  const submit = () =>
    problems.attempt(async () => {
      // Without a choice, the server answers that a role is required.
      await approve(props.request, role());
      props.onClose();
    });
  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={texts().failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <Show
          when={options().length > 0}
          fallback={<p class="text-sm text-muted">{texts().role.none}</p>}
        >
          <Select
            id={problems.id("role")}
            label={texts().role.label}
            hint={roles.about(role() ?? "")}
            placeholder={texts().role.choose}
            options={options()}
            value={role()}
            onChange={setChosen}
            error={problems.at("role")}
          />
        </Show>
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{texts().role.cancel}</Button>
        <Show when={options().length > 0}>
          <Button type="submit" variant="primary">
            {texts().role.confirm}
          </Button>
        </Show>
      </DialogActions>
    </Form>
  );
}
