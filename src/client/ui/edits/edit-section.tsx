import { FormSection, type FormSectionProps } from "../form-section.tsx";
import type { FormProblems } from "../form-problems.ts";
import type { Edits } from "./create-edits.ts";
import { createSaver, type SaverOptions } from "./create-saver.ts";
import { StaleNotice, type StaleNoticeProps } from "./stale-notice.tsx";
import type { Fields } from "./versions.ts";

export interface EditSectionProps<F extends Fields>
  extends
    Omit<FormSectionProps, "problems" | "onSubmit" | "isDirty" | "onDiscard">,
    Omit<StaleNoticeProps<F>, "edits" | "onSaveAnyway">,
    Pick<SaverOptions, "confirm" | "onSaved"> {
  edits: Edits<F>;
  problems: FormProblems<string>;
  /** The message after saving: "Name saved". */
  saved: string;
}

/**
 * A card with a form that edits saved values. It shows a conflict if another user has changed these values meanwhile.
 */
export function EditSection<F extends Fields>(props: EditSectionProps<F>) {
  const save = createSaver({
    problems: { attempt: (submit) => props.problems.attempt(submit) },
    confirm: () => props.confirm?.() ?? true,
    saved: () => props.saved,
    onSaved: () => props.onSaved?.(),
  });
  return (
    <FormSection
      {...props}
      onSubmit={() => save(props.edits.save)}
      isDirty={props.edits.isDirty()}
      onDiscard={props.edits.discard}
      notice={
        <StaleNotice
          {...props}
          onSaveAnyway={() => save(props.edits.saveAnyway)}
        />
      }
    />
  );
}
