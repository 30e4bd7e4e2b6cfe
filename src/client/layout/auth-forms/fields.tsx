import type { FormProblems } from "#client/ui/form-problems.ts";
import { PasswordField } from "#client/ui/password-field.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { texts } from "./texts.ts";

interface FieldProps<Name extends string> {
  /** The problems of the form, which contain the id and the error message of each field. */
  problems: Pick<FormProblems<Name>, "id" | "at">;
  value: string;
  onInput: (value: string) => void;
}

/** A field for the email address with which a user signs in or signs up. */
export function EmailField(
  props: FieldProps<"email"> & { autocomplete?: string; readOnly?: boolean },
) {
  return (
    <TextField
      id={props.problems.id("email")}
      label={texts().email}
      type="email"
      name="email"
      autocomplete={props.autocomplete ?? "username"}
      size="lg"
      readOnly={props.readOnly}
      value={props.value}
      onInput={props.onInput}
      error={props.problems.at("email")}
    />
  );
}

export function NewPasswordField(
  props: FieldProps<"password"> & { label: string },
) {
  return (
    <PasswordField
      id={props.problems.id("password")}
      label={props.label}
      name="password"
      autocomplete="new-password"
      size="lg"
      hint={texts().passwordHint}
      value={props.value}
      onInput={props.onInput}
      error={props.problems.at("password")}
    />
  );
}
