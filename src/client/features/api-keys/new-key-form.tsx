import { createSignal } from "solid-js";
import { createStore } from "solid-js/store";
import { z } from "zod";
import { apiKeyNameField } from "#shared/fields.ts";
import type { KeyScope } from "#shared/permissions.ts";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { Button } from "#client/ui/button.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Form } from "#client/ui/form.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { type IssuedKey, refetchKeys } from "./api-key.ts";
import { type KeyAccount, useOfferedScopes } from "./key-owner.ts";
import { defaultLifetime, type Lifetime, MAX_DAYS } from "./lifetime.ts";
import { LifetimeField } from "./lifetime-field.tsx";
import { readScopes, ScopeFields } from "./scope-fields.tsx";
import { texts } from "./texts.ts";
import { useMaxDays } from "./use-max-days.ts";

export interface NewKeyFormProps {
  /** The service account that gets the key; undefined for a personal key. */
  account: KeyAccount | undefined;
  onCancel: () => void;
  onCreated: (issued: IssuedKey) => void;
}

/** Creates a personal key, or a key of a service account. */
export function NewKeyForm(props: NewKeyFormProps) {
  const { slug } = useOrganization();
  const create = useCreateKey();
  const maxDays = useMaxDays();
  const offered = useOfferedScopes(() => props.account);
  const [fields, setFields] = createStore({ name: "", customDays: "" });
  const [lifetime, setLifetime] = createSignal<Lifetime>();
  const [scopes, setScopes] = createSignal<KeyScope[]>();
  const problems = createFormProblems(["name", "expiresInDays"]);
  const chosenLifetime = () => lifetime() ?? defaultLifetime(maxDays());
  const chosenScopes = () => scopes() ?? readScopes(offered());

  const submit = () =>
    problems.attempt(async () => {
      const org = slug();
      const typed = schemaFor(maxDays()).parse({
        name: fields.name,
        expiresInDays: daysOf(chosenLifetime(), fields.customDays),
      });
      const input = { org, ...typed, scopes: chosenScopes() };
      const issued = await create(input, props.account?.id);
      void refetchKeys(org);
      props.onCreated(issued);
    });

  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={texts().form.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <TextField
          id={problems.id("name")}
          label={texts().form.name}
          hint={texts().form.nameHint}
          autocomplete="off"
          dir="auto"
          value={fields.name}
          onInput={(name) => setFields({ name })}
          error={problems.at("name")}
        />
        <LifetimeField
          id={problems.id("expiresInDays")}
          value={chosenLifetime()}
          customDays={fields.customDays}
          max={maxDays()}
          error={problems.at("expiresInDays")}
          onChange={setLifetime}
          onCustomDays={(customDays) => setFields({ customDays })}
        />
        <ScopeFields
          value={chosenScopes()}
          offered={offered()}
          isAccount={props.account !== undefined}
          onChange={setScopes}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onCancel}>{texts().form.cancel}</Button>
        <Button
          type="submit"
          variant="primary"
          blocked={noScope(chosenScopes())}
        >
          {texts().form.submit}
        </Button>
      </DialogActions>
    </Form>
  );
}

/** Returns why a key cannot be stored: it has no permission. */
export function noScope(scopes: readonly KeyScope[]): string | undefined {
  return scopes.length === 0 ? texts().form.noScope : undefined;
}

type NewKey = Parameters<typeof api.apiKeys.create.mutate>[0];

function useCreateKey() {
  const meta = () => ({ meta: { showsErrors: true } });
  const createOwn = api.apiKeys.create.useMutation(meta);
  const createFor = api.serviceAccounts.createKey.useMutation(meta);
  return (input: NewKey, account: string | undefined): Promise<IssuedKey> =>
    reauthenticated(() =>
      account === undefined
        ? createOwn.mutateAsync(input)
        : createFor.mutateAsync({ ...input, id: account }),
    );
}

function daysOf(lifetime: Lifetime, customDays: string): string | null {
  if (lifetime === "never") return null;
  return lifetime === "custom" ? customDays : lifetime;
}

function schemaFor(maxDays: number | null) {
  const max = maxDays ?? MAX_DAYS;
  const error = () => texts().form.customDaysWrong(max);
  return z.object({
    name: apiKeyNameField,
    expiresInDays: z
      .string()
      .trim()
      .regex(/^\d{1,4}$/, { error })
      .transform(Number)
      .refine((days) => days >= 1 && days <= max, { error })
      .nullable(),
  });
}
