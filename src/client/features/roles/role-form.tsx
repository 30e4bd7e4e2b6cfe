import type { JSX } from "solid-js";
import type { createFormProblems } from "#client/ui/form-problems.ts";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { LeaveGuard } from "#client/ui/leave-guard.tsx";
import { Section } from "#client/ui/section.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { AccessTable } from "./access-table.tsx";
import type { Role, RoleFields } from "./role.ts";
import { texts } from "./texts.ts";

export interface RoleFormProps {
  fields: RoleFields;
  problems: ReturnType<typeof createFormProblems<"name" | "description">>;
  isDirty: boolean;
  /** The role whose levels are shown beside those of the form. */
  compared: Role;
  /** A notice above the fields. */
  notice?: JSX.Element;
  /** The field for the role to start from, for a new role. */
  template?: JSX.Element;
  /** The effect of the change. It stays in view together with the buttons. */
  effect: JSX.Element;
  /** The buttons, the primary one first. */
  actions: JSX.Element;
  onChange: (changes: Partial<RoleFields>) => void;
  onSubmit: () => unknown;
}

/**
 * The form of a role. The effect and the buttons stay in view: beside the form, or at the bottom of a small window.
 */
export function RoleForm(props: RoleFormProps) {
  return (
    <Form
      onSubmit={props.onSubmit}
      isDirty={props.isDirty}
      class="grid items-start gap-x-6 lg:grid-cols-[minmax(0,1fr)_16rem]"
    >
      <LeaveGuard isDirty={props.isDirty} />
      {/* The margin keeps the bar at the bottom from hiding the control with the focus. */}
      <div class="min-w-0 max-lg:**:scroll-mb-40">
        <div class="mb-4 empty:hidden">{props.notice}</div>
        <div class="mb-4 empty:hidden">
          <ErrorSummary
            title={texts().form.failed}
            problems={props.problems.general()}
            requestId={props.problems.requestId()}
          />
        </div>
        <Section title={texts().form.details}>
          <div class="flex max-w-md flex-col gap-4">
            {props.template}
            <TextField
              id={props.problems.id("name")}
              label={texts().form.name}
              value={props.fields.name}
              autocomplete="off"
              onInput={(name) => props.onChange({ name })}
              error={props.problems.at("name")}
            />
            <TextField
              id={props.problems.id("description")}
              label={texts().form.description}
              hint={texts().form.descriptionHint}
              value={props.fields.description}
              autocomplete="off"
              optional
              onInput={(description) => props.onChange({ description })}
              error={props.problems.at("description")}
            />
          </div>
        </Section>
        <Section
          title={texts().form.permissions}
          description={texts().access.hint}
          flush
        >
          <AccessTable
            value={props.fields.permissions}
            compared={props.compared}
            onChange={(permissions) => props.onChange({ permissions })}
          />
        </Section>
      </div>
      <aside
        aria-label={texts().form.panel}
        class="sticky bottom-0 z-10 -mx-4 flex flex-col gap-3 border-t border-line bg-surface px-4 py-3 max-lg:pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:-mx-6 sm:px-6 md:mx-0 md:px-4 max-lg:-mb-6 sm:max-lg:-mb-8 lg:top-16 lg:bottom-auto lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto lg:rounded-lg lg:border lg:p-4 lg:shadow-xs"
      >
        {props.effect}
        <div class="flex flex-wrap gap-2 lg:flex-col">{props.actions}</div>
      </aside>
    </Form>
  );
}
