import type { JSX } from "solid-js";
import { Button } from "../button.tsx";
import { DialogActions, DialogBody } from "../dialog-parts.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import type { FormProblems } from "../form-problems.ts";
import { Form } from "../form.tsx";
import type { Edits } from "./create-edits.ts";
import { createSaver } from "./create-saver.ts";
import { StaleNotice, type StaleNoticeProps } from "./stale-notice.tsx";
import type { Fields } from "./versions.ts";

export interface EditDialogFormProps<F extends Fields> extends Omit<
  StaleNoticeProps<F>,
  "edits" | "onSaveAnyway"
> {
  edits: Edits<F>;
  problems: FormProblems<string>;
  /** Returns the message after saving: "Planner saved". */
  saved: (typed: F) => string;
  /** See `SaverOptions`. */
  refetchLater: () => () => unknown;
  onClose: () => void;
  /** The title of the errors that belong to no field. */
  failed: string;
  cancelLabel: string;
  saveLabel: string;
  children: JSX.Element;
}

/**
 * The form of a dialog that edits saved values. It shows a conflict if another user has changed these values meanwhile.
 */
export function EditDialogForm<F extends Fields>(
  props: EditDialogFormProps<F>,
) {
  const save = createSaver({
    problems: { attempt: (submit) => props.problems.attempt(submit) },
    saved: () => props.saved(props.edits.typed),
    onSaved: () => props.onClose(),
    refetchLater: () => props.refetchLater(),
  });
  return (
    <Form
      onSubmit={() => save(props.edits.save)}
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
          onSaveAnyway={() => save(props.edits.saveAnyway)}
        />
        {props.children}
      </DialogBody>
      <DialogActions>
        <Button onClick={() => props.onClose()}>{props.cancelLabel}</Button>
        <Button type="submit" variant="primary">
          {props.saveLabel}
        </Button>
      </DialogActions>
    </Form>
  );
}
