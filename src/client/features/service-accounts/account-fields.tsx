import { z } from "zod";
import {
  serviceAccountDescriptionField,
  serviceAccountNameField,
} from "#shared/fields.ts";
import { useRoles, withHeldRole } from "#client/session/use-roles.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Select } from "#client/ui/select.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import type { ServiceAccount } from "./service-account.ts";
import { StewardSelect } from "./steward-select.tsx";
import { texts } from "./texts.ts";

/** The editable fields of a service account. */
export interface AccountValues {
  name: string;
  description: string;
  role: string;
  stewardId: string | undefined;
}

const typedFields = z.object({
  name: serviceAccountNameField,
  description: serviceAccountDescriptionField,
  role: z.string(),
});

/** Checks and trims what the user typed. */
export function parseAccount(typed: AccountValues): AccountValues {
  const { stewardId } = typed;
  return { ...typedFields.parse({ ...typed }), stewardId };
}

export function createAccountProblems() {
  return createFormProblems(["name", "description", "role", "stewardId"], {
    STEWARD_NOT_MEMBER: "stewardId",
  });
}

export function AccountFields(props: {
  /** The service account that is edited; undefined for a new one. */
  account?: ServiceAccount;
  values: AccountValues;
  problems: ReturnType<typeof createAccountProblems>;
  onChange: (changes: Partial<AccountValues>) => void;
}) {
  const roles = useRoles();
  const roleOptions = () =>
    props.account
      ? withHeldRole(roles.options(), props.account)
      : roles.options();
  return (
    <>
      <TextField
        id={props.problems.id("name")}
        label={texts().form.name}
        hint={texts().form.nameHint}
        autocomplete="off"
        dir="auto"
        value={props.values.name}
        onInput={(name) => props.onChange({ name })}
        error={props.problems.at("name")}
      />
      <TextField
        id={props.problems.id("description")}
        label={texts().form.description}
        optional
        autocomplete="off"
        dir="auto"
        value={props.values.description}
        onInput={(description) => props.onChange({ description })}
        error={props.problems.at("description")}
      />
      <Select
        id={props.problems.id("role")}
        label={texts().form.role}
        hint={roles.about(props.values.role)}
        options={roleOptions()}
        value={props.values.role}
        onChange={(role) => props.onChange({ role })}
        error={props.problems.at("role")}
      />
      <StewardSelect
        id={props.problems.id("stewardId")}
        value={props.values.stewardId}
        present={props.account?.steward ?? null}
        onChange={(stewardId) => props.onChange({ stewardId })}
        error={props.problems.at("stewardId")}
      />
    </>
  );
}
