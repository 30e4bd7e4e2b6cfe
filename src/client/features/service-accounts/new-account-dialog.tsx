import { useNavigate } from "@solidjs/router";
import { createStore } from "solid-js/store";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { Button } from "#client/ui/button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { toast } from "#client/ui/toast.ts";
import {
  AccountFields,
  type AccountValues,
  createAccountProblems,
  parseAccount,
} from "./account-fields.tsx";
import { refetchAccounts } from "./service-account.ts";
import { texts } from "./texts.ts";

/** Creates a service account, and then opens its page, on which the user can create its first key. */
export function NewAccountDialog(props: {
  open: boolean;
  onClose: () => void;
}) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().form.newTitle}
    >
      <NewAccountForm onCancel={props.onClose} />
    </Dialog>
  );
}

function NewAccountForm(props: { onCancel: () => void }) {
  const { slug, user } = useOrganization();
  const path = useOrganizationPath();
  const navigate = useNavigate();
  const problems = createAccountProblems();
  const [values, setValues] = createStore<AccountValues>({
    name: "",
    description: "",
    role: "member",
    stewardId: user().id,
  });
  const create = api.serviceAccounts.create.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const submit = () =>
    problems.attempt(async () => {
      const org = slug();
      const input = { org, ...parseAccount(values) };
      const { id, name } = await reauthenticated(() =>
        create.mutateAsync(input),
      );
      void refetchAccounts(org);
      toast.success(texts().form.created(name));
      navigate(path(`settings/api/service-accounts/${id}`));
    });
  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={texts().form.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <AccountFields
          values={values}
          problems={problems}
          onChange={setValues}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onCancel}>{texts().form.cancel}</Button>
        <Button type="submit" variant="primary">
          {texts().form.create}
        </Button>
      </DialogActions>
    </Form>
  );
}
