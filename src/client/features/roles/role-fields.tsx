import type { createFormProblems } from "#client/ui/form-problems.ts";
import { TextField } from "#client/ui/text-field.tsx";
import { PermissionFields } from "./permission-fields.tsx";
import type { RoleFields as Fields } from "./role.ts";
import { texts } from "./texts.ts";

export function RoleFields(props: {
  fields: Fields;
  problems: ReturnType<typeof createFormProblems<"name" | "description">>;
  onChange: (changes: Partial<Fields>) => void;
}) {
  return (
    <>
      <TextField
        id={props.problems.id("name")}
        label={texts().form.name}
        value={props.fields.name}
        autocomplete="off"
        onInput={(name) => props.onChange({ name })}
        error={props.problems.at("name")}
      />
      <TextField
        id={props.problems.id("description")}
        label={texts().form.description}
        hint={texts().form.descriptionHint}
        value={props.fields.description}
        autocomplete="off"
        onInput={(description) => props.onChange({ description })}
        error={props.problems.at("description")}
      />
      <PermissionFields
        value={props.fields.permissions}
        onChange={(permissions) => props.onChange({ permissions })}
      />
    </>
  );
}
