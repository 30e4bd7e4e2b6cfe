import { createSignal } from "solid-js";
import { z } from "zod";
import { personNameField } from "#shared/fields.ts";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { FormSection } from "#client/ui/form-section.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { toast } from "#client/ui/toast.ts";
import { texts } from "./texts.ts";

const fields = z.object({ name: personNameField });

export function NameSection(props: { name: string }) {
  const [typed, setTyped] = createSignal<string>();
  const name = () => typed() ?? props.name;
  const problems = createFormProblems(["name"]);
  const update = api.auth.updateMe.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const save = () =>
    problems.attempt(async () => {
      await update.mutateAsync(fields.parse({ name: name() }));
      await api.auth.context.invalidate();
      setTyped(undefined);
      toast.success(texts().profile.saved);
    });
  return (
    <FormSection
      title={texts().profile.name}
      description={texts().profile.nameText}
      hint={texts().profile.nameHint}
      problems={problems}
      failedTitle={texts().profile.failed}
      onSubmit={save}
      isDirty={name().trim() !== props.name}
      onDiscard={() => setTyped(undefined)}
    >
      <TextField
        id={problems.id("name")}
        label={texts().profile.name}
        hideLabel
        name="name"
        autocomplete="name"
        dir="auto"
        value={name()}
        onInput={setTyped}
        error={problems.at("name")}
      />
    </FormSection>
  );
}
