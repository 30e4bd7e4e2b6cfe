import { Show } from "solid-js";
import { StaleNotice } from "#client/ui/edits/stale-notice.tsx";
import { useOrganization } from "#client/session/organization.tsx";
import { Button } from "#client/ui/button.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { LeaveGuard } from "#client/ui/leave-guard.tsx";
import { Section } from "#client/ui/section.tsx";
import { TextArea } from "#client/ui/text-area.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import type { Project } from "../project.ts";
import { useProjectForm } from "./use-project-form.ts";
import { texts } from "./texts.ts";

/** A project's name and description, for those who may change them. */
export function ProjectEditor(props: { project: Project }) {
  const { user } = useOrganization();
  const form = useProjectForm(() => props.project);
  const { edits } = form;
  return (
    <Form onSubmit={form.save}>
      <LeaveGuard isDirty={edits.isDirty()} />
      <Section
        title={texts().projectEditor.details}
        footer={
          <>
            <span role="status">
              {edits.isDirty()
                ? texts().projectEditor.notSaved
                : texts().projectEditor.saved}
            </span>
            <div class="flex gap-2">
              <Show when={edits.isDirty()}>
                <Button onClick={edits.discard}>
                  {texts().projectEditor.discard}
                </Button>
              </Show>
              <Button
                type="submit"
                variant="primary"
                blocked={
                  edits.isDirty() ? undefined : texts().projectEditor.nothing
                }
              >
                {texts().projectEditor.save}
              </Button>
            </div>
          </>
        }
      >
        <div class="flex flex-col gap-4">
          <StaleNotice
            edits={edits}
            labels={{
              name: texts().projectEditor.name,
              description: texts().projectEditor.description,
            }}
            readerId={user().id}
            onSaveAnyway={form.saveAnyway}
          />
          <ErrorSummary
            problems={form.problems.general()}
            requestId={form.problems.requestId()}
          />
          <TextField
            id={form.problems.id("name")}
            label={texts().projectEditor.name}
            autocomplete="off"
            value={edits.typed.name}
            onInput={(name) => edits.type({ name })}
            error={form.problems.at("name")}
          />
          <TextArea
            id={form.problems.id("description")}
            label={texts().projectEditor.description}
            optional
            rows={8}
            value={edits.typed.description}
            onInput={(description) => edits.type({ description })}
            error={form.problems.at("description")}
          />
        </div>
      </Section>
    </Form>
  );
}
