import { z } from "zod";
import { organizationNameField } from "#shared/fields.ts";
import { StaleNotice } from "#client/ui/edits/stale-notice.tsx";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { Button } from "#client/ui/button.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { Section } from "#client/ui/section.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { toast } from "#client/ui/toast.ts";
import { readOrganizationAgain } from "./read-again.ts";
import { useOrganizationEdits } from "./use-organization-edits.ts";
import { texts } from "./texts.ts";

const fields = z.object({ name: organizationNameField });

export function NameForm() {
  const { user } = useOrganization();
  const problems = createFormProblems(["name"]);
  const edits = useOrganizationEdits(
    "name",
    fields.parse,
    readOrganizationAgain,
  );
  const attempt = (save: () => Promise<boolean>) =>
    problems.attempt(async () => {
      if (await save()) toast.success(texts().nameForm.nameSaved);
    });

  return (
    <Form onSubmit={() => attempt(edits.save)}>
      <Section
        title={texts().nameForm.name}
        description={texts().nameForm.about}
        footer={
          <>
            <span>{texts().nameForm.hint}</span>
            <Button
              type="submit"
              variant="primary"
              blocked={edits.isDirty() ? undefined : texts().nameForm.nothing}
            >
              {texts().nameForm.save}
            </Button>
          </>
        }
      >
        <div class="flex flex-col gap-4">
          <StaleNotice
            edits={edits}
            labels={{ name: texts().nameForm.name }}
            readerId={user().id}
            onSaveAnyway={() => attempt(edits.saveAnyway)}
          />
          <ErrorSummary
            problems={problems.general()}
            requestId={problems.requestId()}
          />
          <div class="max-w-md">
            <TextField
              id={problems.id("name")}
              label={texts().nameForm.name}
              hideLabel
              autocomplete="off"
              dir="auto"
              value={edits.typed.name}
              onInput={(name) => edits.type({ name })}
              error={problems.at("name")}
            />
          </div>
        </div>
      </Section>
    </Form>
  );
}
