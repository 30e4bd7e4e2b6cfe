import { createSignal } from "solid-js";
import { z } from "zod";
import { personNameField } from "#shared/fields.ts";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Button } from "#client/ui/button.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { LeaveGuard } from "#client/ui/leave-guard.tsx";
import { Section } from "#client/ui/section.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { toast } from "#client/ui/toast.ts";
import { texts } from "./texts.ts";

const fields = z.object({ name: personNameField });

export function NameSection(props: { name: string }) {
  const [typed, setTyped] = createSignal<string>();
  const name = () => typed() ?? props.name;
  const isDirty = () => name().trim() !== props.name;
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
    <Form onSubmit={save}>
      <LeaveGuard isDirty={isDirty()} />
      <Section
        title={texts().profile.name}
        description={texts().profile.nameText}
        footer={
          <>
            {texts().profile.nameHint}
            <Button type="submit" variant="primary">
              {texts().profile.save}
            </Button>
          </>
        }
      >
        <div class="flex flex-col gap-3">
          <ErrorSummary
            title={texts().profile.failed}
            problems={problems.general()}
            requestId={problems.requestId()}
          />
          <TextField
            id={problems.id("name")}
            label={texts().profile.name}
            hideLabel
            name="name"
            autocomplete="name"
            dir="auto"
            class="max-w-md"
            value={name()}
            onInput={setTyped}
            error={problems.at("name")}
          />
        </div>
      </Section>
    </Form>
  );
}
