import { z } from "zod";
import { organizationNameField } from "#shared/fields.ts";
import { useOrganization } from "#sdk/solid.ts";
import { EditSection } from "#client/ui/edits/edit-section.tsx";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { TextField } from "#client/ui/text-field.tsx";
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
  return (
    <EditSection
      title={texts().nameForm.name}
      description={texts().nameForm.about}
      hint={texts().nameForm.hint}
      edits={edits}
      problems={problems}
      labels={{ name: texts().nameForm.name }}
      readerId={user().id}
      saved={texts().nameForm.nameSaved}
    >
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
    </EditSection>
  );
}
