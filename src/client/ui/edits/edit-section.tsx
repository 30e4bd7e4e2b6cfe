import { FormSection, type FormSectionProps } from "../form-section.tsx";
import type { FormProblems } from "../form-problems.ts";
import { toast } from "../toast.ts";
import type { Edits } from "./create-edits.ts";
import { StaleNotice, type StaleNoticeProps } from "./stale-notice.tsx";
import type { Fields } from "./versions.ts";

export interface EditSectionProps<F extends Fields>
  extends
    Omit<FormSectionProps, "problems" | "onSubmit" | "isDirty" | "onDiscard">,
    Omit<StaleNoticeProps<F>, "edits" | "onSaveAnyway"> {
  edits: Edits<F>;
  problems: FormProblems<string>;
  /** The message after saving: "Name saved". */
  saved: string;
  onSaved?: () => unknown;
  /** Asks the user before the values are saved. Nothing is saved if the answer is false. */
  confirm?: () => boolean | Promise<boolean>;
}

/**
 * A card with a form that edits saved values. It shows a conflict if another user has changed these values meanwhile.
 */
export function EditSection<F extends Fields>(props: EditSectionProps<F>) {
  const attempt = (save: () => Promise<boolean>) =>
    props.problems.attempt(async () => {
      if (props.confirm && !(await props.confirm())) return;
      if (!(await save())) return;
      toast.success(props.saved);
      await props.onSaved?.();
    });
  return (
    <FormSection
      {...props}
      onSubmit={() => attempt(props.edits.save)}
      isDirty={props.edits.isDirty()}
      onDiscard={props.edits.discard}
      notice={
        <StaleNotice
          {...props}
          onSaveAnyway={() => attempt(props.edits.saveAnyway)}
        />
      }
    />
  );
}
