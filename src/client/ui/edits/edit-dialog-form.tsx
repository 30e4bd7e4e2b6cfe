import type { JSX } from "solid-js";
import { Button } from "../button.tsx";
import { DialogActions, DialogBody } from "../dialog-parts.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import type { FormProblems } from "../form-problems.ts";
import { Form } from "../form.tsx";
import type { Edits } from "./create-edits.ts";
import { StaleNotice, type StaleNoticeProps } from "./stale-notice.tsx";
import type { Fields } from "./versions.ts";

export interface EditDialogFormProps<F extends Fields> extends Omit<
  StaleNoticeProps<F>,
  "edits" | "onSaveAnyway"
> {
  edits: Edits<F>;
  problems: FormProblems<string>;
  /** Runs one of the two functions that save the edits, and shows its problems in the form. */
  onSave: (save: () => Promise<boolean>) => unknown;
  onCancel: () => void;
  /** The title of the errors that belong to no field. */
  failed: string;
  cancelLabel: string;
  saveLabel: string;
  /** What the change does, shown above the buttons so that it stays visible while the form scrolls. */
  effect?: JSX.Element;
  children: JSX.Element;
}

/**
 * The form of a dialog that edits saved values. It shows a conflict if another user has changed these values meanwhile.
 */
export function EditDialogForm<F extends Fields>(
  props: EditDialogFormProps<F>,
) {
  return (
    <Form
      onSubmit={() => props.onSave(props.edits.save)}
      isDirty={props.edits.isDirty()}
      class="flex min-h-0 flex-col"
    >
      <DialogBody>
        <ErrorSummary
          title={props.failed}
          problems={props.problems.general()}
          requestId={props.problems.requestId()}
        />
        <StaleNotice
          {...props}
          onSaveAnyway={() => props.onSave(props.edits.saveAnyway)}
        />
        {props.children}
      </DialogBody>
      <DialogActions above={props.effect}>
        <Button onClick={() => props.onCancel()}>{props.cancelLabel}</Button>
        <Button type="submit" variant="primary">
          {props.saveLabel}
        </Button>
      </DialogActions>
    </Form>
  );
}
