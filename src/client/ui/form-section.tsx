import { type JSX, Show } from "solid-js";
import { Button } from "./button.tsx";
import { cx } from "./cx.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { Form } from "./form.tsx";
import type { FormProblems } from "./form-problems.ts";
import { LeaveGuard } from "./leave-guard.tsx";
import { Section } from "./section.tsx";
import { texts } from "./texts.ts";

export interface FormSectionProps {
  title: string;
  description?: JSX.Element;
  /** A hint at the left of the footer. */
  hint?: JSX.Element;
  problems: Pick<FormProblems<string>, "general" | "requestId">;
  /** The title of the error summary, which lists the problems that belong to no field. */
  failedTitle?: string;
  onSubmit: () => unknown;
  /** The label of the submit button; "Save" by default. */
  action?: string;
  /**
   * Whether the form has unsaved changes. If given, the form submits only changes, and asks the user before changes
   * are lost.
   */
  isDirty?: boolean;
  onDiscard?: () => void;
  /** A notice above the fields, at the full width of the card. */
  notice?: JSX.Element;
  /** Whether the fields take the full width of the card. */
  wide?: boolean;
  children: JSX.Element;
}

/** A card with a form: its problems, its fields, and a footer with the submit button. */
export function FormSection(props: FormSectionProps) {
  return (
    <Form onSubmit={props.onSubmit}>
      <LeaveGuard isDirty={props.isDirty ?? false} />
      <Section
        title={props.title}
        description={props.description}
        footer={<Footer {...props} />}
      >
        <div class="flex flex-col gap-4">
          {props.notice}
          <div class={cx("flex flex-col gap-4", !props.wide && "max-w-md")}>
            <ErrorSummary
              title={props.failedTitle}
              problems={props.problems.general()}
              requestId={props.problems.requestId()}
            />
            {props.children}
          </div>
        </div>
      </Section>
    </Form>
  );
}

function Footer(props: FormSectionProps) {
  return (
    <>
      <span>{props.hint}</span>
      <div class="flex gap-2">
        <Show when={props.isDirty && props.onDiscard}>
          {(discard) => (
            <Button onClick={discard()}>{texts().formSection.discard}</Button>
          )}
        </Show>
        <Button
          type="submit"
          variant="primary"
          blocked={
            props.isDirty === false ? texts().formSection.noChanges : undefined
          }
        >
          {props.action ?? texts().formSection.save}
        </Button>
      </div>
    </>
  );
}
