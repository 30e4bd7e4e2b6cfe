import { createSignal } from "solid-js";
import { z } from "zod";
import { organizationNameField } from "../../../../../shared/fields.ts";
import { api } from "../../../../api.ts";
import { createFormProblems } from "../../../../form-problems.ts";
import { useOrganization } from "../../../../session/organization.tsx";
import { Button } from "../../../../ui/button.tsx";
import { ErrorSummary } from "../../../../ui/error-summary.tsx";
import { Form } from "../../../../ui/form.tsx";
import { Section } from "../../../../ui/section.tsx";
import { TextField } from "../../../../ui/text-field.tsx";
import { toast } from "../../../../ui/toast.ts";

const fields = z.object({ name: organizationNameField });

export function NameForm() {
  const { slug, organization } = useOrganization();
  const [typed, setTyped] = createSignal<string>();
  const name = () => typed() ?? organization().name;
  const problems = createFormProblems(["name"]);
  const update = api.organizations.update.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const save = () =>
    problems.attempt(async () => {
      const input = fields.parse({ name: name() });
      await update.mutateAsync({ org: slug(), ...input });
      await api.auth.context.invalidate();
      setTyped(undefined);
      toast.success("Name saved");
    });

  return (
    <Form onSubmit={save}>
      <Section
        title="Name"
        description="Shown in the switcher and in the mail to people you invite."
        footer={
          <>
            <span>Up to 100 characters.</span>
            <Button
              type="submit"
              variant="primary"
              blocked={
                name() === organization().name
                  ? "There is nothing to save."
                  : undefined
              }
            >
              Save
            </Button>
          </>
        }
      >
        <div class="flex max-w-md flex-col gap-4">
          <ErrorSummary
            problems={problems.general()}
            requestId={problems.requestId()}
          />
          <TextField
            id={problems.id("name")}
            label="Name"
            hideLabel
            autocomplete="off"
            dir="auto"
            value={name()}
            onInput={setTyped}
            error={problems.at("name")}
          />
        </div>
      </Section>
    </Form>
  );
}
