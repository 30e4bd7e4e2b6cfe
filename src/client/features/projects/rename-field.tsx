import { createSignal, onMount } from "solid-js";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Form } from "#client/ui/form.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { projectFields } from "./project-fields.ts";
import { texts } from "./texts.ts";

const fields = projectFields.pick({ name: true });

/** Renames a project in the list. The Enter key or leaving the field saves the name; the Escape key cancels. */
export function RenameField(props: {
  name: string;
  onRename: (name: string) => void;
  onClose: () => void;
}) {
  // eslint-disable-next-line solid/reactivity -- only the initial name is read
  const before = props.name;
  const [name, setName] = createSignal(before);
  const problems = createFormProblems(["name"]);
  let isReady = false;

  onMount(() => {
    const field = document.getElementById(problems.id("name"));
    // Wait until the closing menu has returned the focus to its button; otherwise the field would lose the focus.
    setTimeout(() => {
      if (field instanceof HTMLInputElement) field.select();
      field?.focus();
      isReady = true;
    }, 60);
  });
  const close = () => {
    isReady = false;
    props.onClose();
  };
  const save = () =>
    problems.attempt(() => {
      if (!isReady) return;
      const next = fields.parse({ name: name() }).name;
      if (next !== before) props.onRename(next);
      close();
    });

  return (
    <Form onSubmit={save} class="max-w-md">
      <TextField
        id={problems.id("name")}
        label={texts().table.name}
        hideLabel
        autocomplete="off"
        value={name()}
        onInput={setName}
        error={problems.at("name")}
        onKeyDown={(event) => event.key === "Escape" && close()}
        onBlur={() => void save()}
      />
    </Form>
  );
}
