import { Show } from "solid-js";
import { Button } from "../../../../ui/button.tsx";
import { ErrorSummary } from "../../../../ui/error-summary.tsx";
import { Form } from "../../../../ui/form.tsx";
import { LeaveGuard } from "../../../../ui/leave-guard.tsx";
import { Section } from "../../../../ui/section.tsx";
import { TextArea } from "../../../../ui/text-area.tsx";
import { TextField } from "../../../../ui/text-field.tsx";
import type { Project } from "../project.ts";
import { StaleNotice } from "./stale-notice.tsx";
import { useProjectForm } from "./use-project-form.ts";

/** A project's name and description, for those who may change them. */
export function ProjectEditor(props: { project: Project }) {
  const form = useProjectForm(() => props.project);
  return (
    <Form onSubmit={form.save}>
      <LeaveGuard isDirty={form.isDirty()} />
      <Section
        title="Details"
        footer={
          <>
            <span role="status">
              {form.isDirty() ? "Not saved yet" : "Everything is saved"}
            </span>
            <div class="flex gap-2">
              <Show when={form.isDirty()}>
                <Button onClick={form.discard}>Discard</Button>
              </Show>
              <Button
                type="submit"
                variant="primary"
                blocked={
                  form.isDirty() ? undefined : "There is nothing to save."
                }
              >
                Save
              </Button>
            </div>
          </>
        }
      >
        <div class="flex flex-col gap-4">
          <StaleNotice form={form} />
          <ErrorSummary
            problems={form.problems.general()}
            requestId={form.problems.requestId()}
          />
          <TextField
            id={form.problems.id("name")}
            label="Name"
            autocomplete="off"
            value={form.typed.name}
            onInput={(name) => form.setTyped({ name })}
            error={form.problems.at("name")}
          />
          <TextArea
            id={form.problems.id("description")}
            label="Description"
            optional
            rows={8}
            value={form.typed.description}
            onInput={(description) => form.setTyped({ description })}
            error={form.problems.at("description")}
          />
        </div>
      </Section>
    </Form>
  );
}
