import { useNavigate } from "@solidjs/router";
import { createSignal } from "solid-js";
import { z } from "zod";
import { slugSchema } from "../../../../../shared/slug.ts";
import { api } from "../../../../api.ts";
import { createFormProblems } from "../../../../form-problems.ts";
import { useOrganization } from "../../../../session/organization.tsx";
import { Button } from "../../../../ui/button.tsx";
import { ErrorSummary } from "../../../../ui/error-summary.tsx";
import { Form } from "../../../../ui/form.tsx";
import { Section } from "../../../../ui/section.tsx";
import { TextField } from "../../../../ui/text-field.tsx";
import { toast } from "../../../../ui/toast.ts";

const fields = z.object({ slug: slugSchema });

/** Changes the address of the organization, and goes there. */
export function SlugForm() {
  const { slug } = useOrganization();
  const navigate = useNavigate();
  const [typed, setTyped] = createSignal<string>();
  const wanted = () => typed() ?? slug();
  const problems = createFormProblems(["slug"], { SLUG_TAKEN: "slug" });
  const update = api.organizations.update.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const save = () =>
    problems.attempt(async () => {
      const input = fields.parse({ slug: wanted() });
      const { slug: next } = await update.mutateAsync({
        org: slug(),
        ...input,
      });
      // Read ahead, so that the page does not blink when its address changes.
      await api.auth.context.prefetch({ org: next });
      toast.success("Address changed");
      navigate(`/o/${next}/settings`, { replace: true });
    });

  return (
    <Form onSubmit={save}>
      <Section
        title="Address"
        description="Part of the address of every page of this organization."
        footer={
          <>
            <span>Old links keep working for 90 days.</span>
            <Button
              type="submit"
              variant="primary"
              blocked={
                wanted() === slug() ? "There is nothing to save." : undefined
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
            id={problems.id("slug")}
            label="Slug"
            hideLabel
            hint="2 to 48 of a–z, 0–9 and dashes."
            prefix={`${location.host}/o/`}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            value={wanted()}
            onInput={setTyped}
            error={problems.at("slug")}
          />
        </div>
      </Section>
    </Form>
  );
}
