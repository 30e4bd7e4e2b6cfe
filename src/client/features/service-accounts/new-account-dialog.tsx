import { useNavigate } from "@solidjs/router";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { Dialog } from "#client/ui/dialog.tsx";
import { toast } from "#client/ui/toast.ts";
import { AccountForm, type AccountFields } from "./account-form.tsx";
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
      <NewAccount onCancel={props.onClose} />
    </Dialog>
  );
}

function NewAccount(props: { onCancel: () => void }) {
  const { slug } = useOrganization();
  const path = useOrganizationPath();
  const navigate = useNavigate();
  const create = api.serviceAccounts.create.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const submit = async (fields: AccountFields) => {
    const org = slug();
    const { id, name } = await reauthenticated(() =>
      create.mutateAsync({ org, ...fields }),
    );
    void refetchAccounts(org);
    toast.success(texts().form.created(name));
    navigate(path(`settings/api/service-accounts/${id}`));
  };
  return (
    <AccountForm
      submitLabel={texts().form.create}
      onSubmit={submit}
      onCancel={props.onCancel}
    />
  );
}
