import { createSignal } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { Checkbox } from "#client/ui/checkbox.tsx";
import { EmailTagsField } from "#client/ui/email-tags-field.tsx";
import { ErrorSummary, type FieldProblem } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { FormActions } from "#client/ui/form-actions.tsx";
import { PasswordField } from "#client/ui/password-field.tsx";
import { SearchField } from "#client/ui/search-field.tsx";
import { Section } from "#client/ui/section.tsx";
import { Select } from "#client/ui/select.tsx";
import { TextArea } from "#client/ui/text-area.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { wait } from "./samples.ts";

const ROLES = [
  {
    value: "admin",
    label: "Admin",
    description: "Full access, including billing",
  },
  { value: "member", label: "Member", description: "Can create and edit" },
  {
    value: "viewer",
    label: "Viewer",
    description: "You’re the last admin",
    disabled: true,
  },
] as const;

export function Fields() {
  const [name, setName] = createSignal("");
  const [search, setSearch] = createSignal("");
  const [role, setRole] =
    createSignal<(typeof ROLES)[number]["value"]>("admin");
  const [problems, setProblems] = createSignal<FieldProblem[]>([]);
  const [addresses, setAddresses] = createSignal([
    "ada@example.com",
    "grace@",
    "hubert.blaine.wolfeschlegelsteinhausenbergerdorff@example.com",
  ]);
  const [isChecked, setChecked] = createSignal(true);

  const submit = async () => {
    await wait(800);
    setProblems([{ id: "gallery-name", message: "Give it a name." }]);
  };

  return (
    <Section title="Fields">
      <Form onSubmit={submit} class="grid items-start gap-4 sm:grid-cols-2">
        <div class="empty:hidden sm:col-span-2">
          <ErrorSummary problems={problems()} requestId="req_01kf2x8c7m" />
        </div>
        <TextField
          id="gallery-name"
          label="Name"
          value={name()}
          onInput={setName}
          hint="Visible to all members."
          placeholder="Acme Corporation"
        />
        <TextField
          label="Slug"
          prefix="tenantry.app/o/"
          value="acme"
          error="This slug is taken."
        />
        <PasswordField
          label="Password"
          autocomplete="new-password"
          value="correct horse"
        />
        <Select
          label="Role"
          options={ROLES}
          value={role()}
          onChange={setRole}
          hint="What members with this role can do."
        />
        <TextField label="Website" optional value="" placeholder="https://" />
        <TextField label="Plan" disabled value="Free" />
        <TextArea
          class="sm:col-span-2"
          label="Description"
          optional
          value="What this project is about."
        />
        <EmailTagsField
          class="sm:col-span-2"
          label="Email addresses"
          hint="Separate emails with commas, spaces or new lines."
          value={addresses()}
          onChange={setAddresses}
        />
        <SearchField
          label="Find a project…"
          value={search()}
          onInput={setSearch}
        />
        <div class="flex flex-wrap gap-x-6 gap-y-2">
          <Checkbox label="Archived too" checked={false} onChange={() => {}} />
          <Checkbox
            label="Read-only"
            hint="Read-only."
            checked={isChecked()}
            onChange={setChecked}
          />
          <Checkbox
            label="Some"
            checked={false}
            indeterminate
            onChange={() => {}}
          />
        </div>
        <div class="sm:col-span-2">
          <FormActions hint="Takes effect with the next request.">
            <Button>Cancel</Button>
            <Button type="submit" variant="primary">
              Save
            </Button>
          </FormActions>
        </div>
      </Form>
    </Section>
  );
}
