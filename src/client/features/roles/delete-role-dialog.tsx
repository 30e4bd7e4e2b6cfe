import { createSignal, Show } from "solid-js";
import { reasonOf } from "#sdk/errors.ts";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { useOrganization } from "#sdk/solid.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { Button } from "#client/ui/button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { Select } from "#client/ui/select.tsx";
import { toast } from "#client/ui/toast.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { useRoles } from "#client/session/use-roles.ts";
import { type Role, refetchRoles } from "./role.ts";
import { texts } from "./texts.ts";

/** Deletes a role. Members and invitations with this role get the role that the user selects as replacement. */
export default function DeleteRoleDialog(
  props: DeleteFormProps & VerbDialogProps,
) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().remove.title(props.role.name)}
      role="alertdialog"
      size="sm"
    >
      <DeleteForm {...props} />
    </Dialog>
  );
}

interface DeleteFormProps {
  role: Role;
  onDeleted?: () => void;
}

function DeleteForm(props: DeleteFormProps & { onClose: () => void }) {
  const { slug } = useOrganization();
  const roles = useRoles();
  const [replacement, setReplacement] = createSignal<string>();
  const [isRejected, setRejected] = createSignal(false);
  const isInUse = () => isRejected() || props.role.members > 0;
  const problems = createFormProblems([]);
  const remove = api.roles.delete.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const submit = async () => {
    const org = slug();
    const { id: roleId, name } = props.role;
    const input = { org, roleId, replacement: replacement() };
    await problems.attempt(async () => {
      await reauthenticated(() => remove.mutateAsync(input)).catch(
        (error: unknown) => {
          // The server can reject the deletion of a role without members, because a pending invitation or a domain can
          // use the role.
          if (reasonOf(error) === "ROLE_IN_USE") setRejected(true);
          throw error;
        },
      );
      props.onClose();
      props.onDeleted?.();
      toast.success(texts().remove.done(name));
    });
    void refetchRoles(org);
  };
  const options = () =>
    roles.options().filter(({ value }) => value !== props.role.id);
  const blocked = () =>
    isInUse() && replacement() === undefined
      ? texts().remove.chooseFirst
      : undefined;
  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={texts().remove.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <Show
          when={isInUse()}
          fallback={<p class="text-sm text-muted">{texts().remove.unused}</p>}
        >
          <p class="text-sm text-muted">
            {texts().remove.used(texts().members(props.role.members))}
          </p>
          <Select
            label={texts().remove.replacement}
            placeholder={texts().remove.choose}
            options={options()}
            value={replacement()}
            onChange={setReplacement}
          />
        </Show>
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{texts().remove.cancel}</Button>
        <Button type="submit" variant="danger" blocked={blocked()}>
          {texts().remove.action}
        </Button>
      </DialogActions>
    </Form>
  );
}
