import { createSignal, untrack } from "solid-js";
import { createStore } from "solid-js/store";
import { z } from "zod";
import {
  serviceAccountDescriptionField,
  serviceAccountNameField,
} from "#shared/fields.ts";
import { useOrganization } from "#sdk/solid.ts";
import { useRoles, withHeldRole } from "#client/session/use-roles.ts";
import { Button } from "#client/ui/button.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Form } from "#client/ui/form.tsx";
import { Select } from "#client/ui/select.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import type { ServiceAccount } from "./service-account.ts";
import { StewardSelect } from "./steward-select.tsx";
import { texts } from "./texts.ts";

const typedFields = z.object({
  name: serviceAccountNameField,
  description: serviceAccountDescriptionField,
});

export interface AccountFields {
  name: string;
  description: string;
  role: string;
  stewardId: string | undefined;
}

/** The form for a new service account, or for an existing one. */
export function AccountForm(props: {
  account?: ServiceAccount;
  submitLabel: string;
  onSubmit: (fields: AccountFields) => Promise<unknown>;
  onCancel: () => void;
}) {
  const { user } = useOrganization();
  const roles = useRoles();
  const before = untrack(() => props.account);
  const [fields, setFields] = createStore({
    name: before?.name ?? "",
    description: before?.description ?? "",
  });
  const [role, setRole] = createSignal(before?.role ?? "member");
  const [stewardId, setStewardId] = createSignal(
    before ? before.steward?.id : user().id,
  );
  const problems = createFormProblems(
    ["name", "description", "role", "stewardId"],
    { STEWARD_NOT_MEMBER: "stewardId" },
  );
  const roleOptions = () =>
    before ? withHeldRole(roles.options(), before) : roles.options();
  const isDirty = () =>
    fields.name !== (before?.name ?? "") ||
    fields.description !== (before?.description ?? "") ||
    (before !== undefined &&
      (role() !== before.role || stewardId() !== before.steward?.id));
  const submit = () =>
    problems.attempt(() =>
      props.onSubmit({
        ...typedFields.parse({ ...fields }),
        role: role(),
        stewardId: stewardId(),
      }),
    );
  return (
    <Form onSubmit={submit} isDirty={isDirty()} class="flex min-h-0 flex-col">
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
        <TextField
          id={problems.id("description")}
          label={texts().form.description}
          optional
          autocomplete="off"
          dir="auto"
          value={fields.description}
          onInput={(description) => setFields({ description })}
          error={problems.at("description")}
        />
        <Select
          id={problems.id("role")}
          label={texts().form.role}
          hint={roles.about(role())}
          options={roleOptions()}
          value={role()}
          onChange={setRole}
          error={problems.at("role")}
        />
        <StewardSelect
          id={problems.id("stewardId")}
          value={stewardId()}
          present={before?.steward ?? null}
          onChange={setStewardId}
          error={problems.at("stewardId")}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onCancel}>{texts().form.cancel}</Button>
        <Button type="submit" variant="primary">
          {props.submitLabel}
        </Button>
      </DialogActions>
    </Form>
  );
}
