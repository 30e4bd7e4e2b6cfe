import { createSignal, Show } from "solid-js";
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
import { TextField } from "#client/ui/text-field.tsx";
import { toast } from "#client/ui/toast.ts";
import { useRoles } from "#client/session/use-roles.ts";
import { texts } from "./texts.ts";
import { useRecipients } from "./use-recipients.ts";

export function TransferDialog(props: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().dialog.title}
      description={texts().dialog.text}
      size="sm"
    >
      <TransferForm onClose={props.onClose} />
    </Dialog>
  );
}

function TransferForm(props: { onClose: () => void }) {
  const { slug } = useOrganization();
  const roles = useRoles();
  const recipients = useRecipients();
  const [userId, setUserId] = createSignal<string>();
  const [roleAfter, setRoleAfter] = createSignal<string>("member");
  const problems = createFormProblems(["userId", "roleAfter"]);
  const offer = api.transfers.offer.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const submit = () =>
    problems.attempt(async () => {
      const to = userId();
      if (!to) return;
      const input = { org: slug(), userId: to, roleAfter: roleAfter() };
      const sent = await reauthenticated(() => offer.mutateAsync(input));
      props.onClose();
      toast.success(texts().dialog.sent(sent.to.name));
      await api.transfers.pending.invalidate({ org: input.org });
    });
  const blocked = () => (userId() ? undefined : texts().dialog.chooseFirst);

  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={texts().dialog.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <Show when={recipients.hasSearch()}>
          <TextField
            label={texts().dialog.search}
            hint={texts().dialog.searchHint}
            value={recipients.search()}
            onInput={recipients.setSearch}
            autocomplete="off"
          />
        </Show>
        <Select
          id={problems.id("userId")}
          label={texts().dialog.member}
          placeholder={texts().dialog.choose}
          hint={recipients.isEmpty() ? texts().dialog.none : undefined}
          options={recipients.options()}
          value={userId()}
          onChange={setUserId}
          error={problems.at("userId")}
        />
        <Select
          id={problems.id("roleAfter")}
          label={texts().dialog.roleAfter}
          options={roles.withoutAdmin()}
          value={roleAfter()}
          onChange={setRoleAfter}
          error={problems.at("roleAfter")}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{texts().dialog.cancel}</Button>
        <Button type="submit" variant="primary" blocked={blocked()}>
          {texts().dialog.submit}
        </Button>
      </DialogActions>
    </Form>
  );
}
