import { useNavigate } from "@solidjs/router";
import { z } from "zod";
import { slugSchema } from "#shared/slug.ts";
import { api } from "#client/session/api.ts";
import { StaleNotice } from "#client/ui/edits/stale-notice.tsx";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { Button } from "#client/ui/button.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { Section } from "#client/ui/section.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { toast } from "#client/ui/toast.ts";
import { useOrganizationEdits } from "./use-organization-edits.ts";
import { texts } from "./texts.ts";

const fields = z.object({ slug: slugSchema });

/** Changes the address of the organization, and goes there. */
export function SlugForm() {
  const { user } = useOrganization();
  const navigate = useNavigate();
  const problems = createFormProblems(["slug"], {
    SLUG_TAKEN: "slug",
    SLUG_LIMIT: "slug",
  });
  const edits = useOrganizationEdits("slug", fields.parse, async (saved) => {
    // Read ahead, so that the page does not blink when its address changes.
    await api.auth.context.prefetch({ org: saved.slug });
  });
  const attempt = (save: () => Promise<boolean>) =>
    problems.attempt(async () => {
      if (!(await save())) return;
      toast.success(texts().slugForm.addressChanged);
      navigate(`/o/${edits.base().fields.slug}/settings`, { replace: true });
    });

  return (
    <Form onSubmit={() => attempt(edits.save)}>
      <Section
        title={texts().slugForm.address}
        description={texts().slugForm.about}
        footer={
          <>
            <span>{texts().slugForm.oldLinks}</span>
            <Button
              type="submit"
              variant="primary"
              blocked={edits.isDirty() ? undefined : texts().slugForm.nothing}
            >
              {texts().slugForm.save}
            </Button>
          </>
        }
      >
        <div class="flex flex-col gap-4">
          <StaleNotice
            edits={edits}
            labels={{ slug: texts().slugForm.address }}
            readerId={user().id}
            onSaveAnyway={() => attempt(edits.saveAnyway)}
          />
          <ErrorSummary
            problems={problems.general()}
            requestId={problems.requestId()}
          />
          <div class="max-w-md">
            <TextField
              id={problems.id("slug")}
              label={texts().slugForm.slug}
              hideLabel
              hint={texts().slugForm.hint}
              prefix={`${location.host}/o/`}
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              value={edits.typed.slug}
              onInput={(wanted) => edits.type({ slug: wanted })}
              error={problems.at("slug")}
            />
          </div>
        </div>
      </Section>
    </Form>
  );
}
