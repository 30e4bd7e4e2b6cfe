import { createSignal, Show, untrack } from "solid-js";
import { z } from "zod";
import { apiKeyNameField } from "#shared/fields.ts";
import { KEY_SCOPES, type KeyScope } from "#shared/permissions.ts";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Form } from "#client/ui/form.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { toast } from "#client/ui/toast.ts";
import { type ApiKey, refetchKeys } from "./api-key.ts";
import { type KeyAccount, useOfferedScopes } from "./key-owner.ts";
import { noScope } from "./new-key-form.tsx";
import { ScopeFields } from "./scope-fields.tsx";
import { texts } from "./texts.ts";

const fields = z.object({ name: apiKeyNameField });

/** Changes the name and the permissions of a key. */
export default function EditKeyDialog(
  props: VerbDialogProps & { apiKey: ApiKey },
) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().form.editTitle(props.apiKey.name)}
      size="lg"
    >
      <EditKeyForm apiKey={props.apiKey} onClose={props.onClose} />
    </Dialog>
  );
}

function EditKeyForm(props: { apiKey: ApiKey; onClose: () => void }) {
  const { slug, user } = useOrganization();
  const before = untrack(() => props.apiKey);
  const held = KEY_SCOPES.filter((scope) => before.scopes.includes(scope));
  const [name, setName] = createSignal(before.name);
  const [scopes, setScopes] = createSignal<readonly KeyScope[]>(held);
  const account = useAccount(before.owner);
  const grantable = useOfferedScopes(account);
  const problems = createFormProblems(["name"]);
  const update = api.apiKeys.update.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const isOfOther = () =>
    before.owner.kind === "user" && before.owner.id !== user().id;
  // A key can have permissions that the user cannot give: the role of its owner may have changed.
  const offered = () =>
    KEY_SCOPES.filter(
      (scope) =>
        held.includes(scope) || (canAdd() && grantable().includes(scope)),
    );
  const canAdd = () =>
    before.owner.kind === "service" ? account() !== undefined : !isOfOther();
  const isDirty = () =>
    name() !== before.name || scopes().join() !== held.join();
  const submit = () =>
    problems.attempt(async () => {
      const org = slug();
      const typed = fields.parse({ name: name() });
      const changed = scopes().join() !== held.join();
      const input = {
        org,
        id: before.id,
        ...typed,
        ...(changed && { scopes: [...scopes()] }),
      };
      await reauthenticated(() => update.mutateAsync(input));
      props.onClose();
      toast.success(texts().form.saved(typed.name));
      await refetchKeys(org);
    });
  return (
    <Form onSubmit={submit} isDirty={isDirty()} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={texts().form.notSaved}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <Show when={isOfOther()}>
          <Callout>{texts().form.ownedByOther(before.owner.name)}</Callout>
        </Show>
        <TextField
          id={problems.id("name")}
          label={texts().form.name}
          hint={texts().form.nameHint}
          autocomplete="off"
          dir="auto"
          value={name()}
          onInput={setName}
          error={problems.at("name")}
        />
        <ScopeFields
          value={scopes()}
          offered={offered()}
          isAccount={before.owner.kind === "service"}
          onChange={setScopes}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{texts().form.cancel}</Button>
        <Button type="submit" variant="primary" blocked={noScope(scopes())}>
          {texts().form.save}
        </Button>
      </DialogActions>
    </Form>
  );
}

/**
 * Returns the service account of a key, whose role limits the permissions to choose from; undefined for a personal key,
 * and while the account is loading.
 */
function useAccount({
  kind,
  id,
}: ApiKey["owner"]): () => KeyAccount | undefined {
  const { slug } = useOrganization();
  const query = api.serviceAccounts.get.useQuery(
    () => ({ org: slug(), id }),
    () => ({ enabled: kind === "service" }),
  );
  return () => (query.isSuccess ? query.data : undefined);
}
