import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { useRoles } from "#client/session/use-roles.ts";
import { createEdits } from "#client/ui/edits/create-edits.ts";
import { EditDialogForm } from "#client/ui/edits/edit-dialog-form.tsx";
import { differing, type Version } from "#client/ui/edits/versions.ts";
import {
  AccountFields,
  type AccountValues,
  createAccountProblems,
  parseAccount,
} from "./account-fields.tsx";
import { refetchAccounts, type ServiceAccount } from "./service-account.ts";
import { texts } from "./texts.ts";

const labels = () => ({
  name: texts().form.name,
  description: texts().form.description,
  role: texts().form.role,
  stewardId: texts().form.steward,
});

/** Edits a service account. A change that another user saved first is not overwritten without a question. */
export function EditAccountForm(props: {
  account: ServiceAccount;
  onClose: () => void;
}) {
  const { slug, user } = useOrganization();
  const roles = useRoles();
  const problems = createAccountProblems();
  const update = api.serviceAccounts.update.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const edits = createEdits<AccountValues>({
    latest: () => versionOf(props.account),
    read: async () =>
      versionOf(
        await api.serviceAccounts.get.query({
          org: slug(),
          id: props.account.id,
        }),
      ),
    save: async (typed, updatedAt): Promise<Version<AccountValues>> => {
      const input = {
        org: slug(),
        id: props.account.id,
        ...changesOf(edits.base().fields, parseAccount(typed)),
        updatedAt,
      };
      return versionOf(await reauthenticated(() => update.mutateAsync(input)));
    },
  });
  const inWords = (field: keyof AccountValues, value: unknown): string => {
    if (field === "role")
      return roles.all().find((role) => role.value === value)?.label ?? "";
    if (field !== "stewardId") return String(value);
    const known = [props.account.steward, user()];
    return (
      known.find((person) => person?.id === value)?.name ??
      texts().badges.noSteward
    );
  };
  return (
    <EditDialogForm
      edits={edits}
      problems={problems}
      saved={({ name }) => texts().form.saved(name)}
      refetchLater={() => {
        const org = slug();
        return () => refetchAccounts(org);
      }}
      onClose={props.onClose}
      failed={texts().form.failed}
      cancelLabel={texts().form.cancel}
      saveLabel={texts().form.save}
      labels={labels()}
      readerId={user().id}
      format={inWords}
    >
      <AccountFields
        account={props.account}
        values={edits.typed}
        problems={problems}
        onChange={edits.type}
      />
    </EditDialogForm>
  );
}

/**
 * Returns only the changed fields. An unchanged steward may be suspended, and could not be chosen again.
 */
function changesOf(
  before: AccountValues,
  after: AccountValues,
): Partial<AccountValues> {
  const changed = new Set<string>(differing(before, after));
  return Object.fromEntries(
    Object.entries(after).filter(([name]) => changed.has(name)),
  );
}

function versionOf(account: ServiceAccount): Version<AccountValues> {
  const { name, description, role, steward, updatedAt } = account;
  return {
    fields: { name, description, role, stewardId: steward?.id },
    updatedAt,
  };
}
