import {
  createEffect,
  createSignal,
  createUniqueId,
  type JSX,
  on,
  Show,
} from "solid-js";
import { type Problem, problemOf } from "#client/lib/problem.ts";
import { Button } from "./button.tsx";
import { Callout } from "./callout.tsx";
import { DialogFrame } from "./dialog-frame.tsx";
import { DialogActions, DialogBody } from "./dialog-parts.tsx";
import { Form } from "./form.tsx";
import { RequestId } from "./request-id.tsx";
import { TextField } from "./text-field.tsx";
import { texts } from "./texts.ts";

export interface ConfirmDialogProps {
  open: boolean;
  /** Whether the dialog opens above another open dialog. */
  isOnTop?: boolean;
  onClose: () => void;
  /** The question of the dialog: "Remove Ada Lovelace from Acme?" */
  title: string;
  /** The consequences of the action, and until when the user can undo it. */
  children?: JSX.Element;
  /** The label of the confirm button, which is the verb of the title: "Remove". */
  confirmLabel: string;
  tone?: "default" | "danger";
  /** A text that the user must type to enable the button, for actions that are hard to undo. */
  typeToConfirm?: string;
  /** Runs the action. The dialog closes when the action succeeds, and shows the error when it fails. */
  onConfirm: () => unknown;
}

/**
 * Asks the user before an action. The confirm button never has the initial focus, so that Enter does not confirm by
 * accident.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [typed, setTyped] = createSignal("");
  const [failure, setFailure] = createSignal<Problem>();
  const fieldId = createUniqueId();
  let cancel: HTMLButtonElement | undefined;
  const firstStop = () => document.getElementById(fieldId) ?? cancel ?? null;

  createEffect(on(() => props.open, reset));

  function reset() {
    setTyped("");
    setFailure(undefined);
  }
  const missing = () =>
    props.typeToConfirm !== undefined && typed().trim() !== props.typeToConfirm
      ? texts().confirmDialog.typeFirst(props.typeToConfirm)
      : undefined;
  const confirm = async () => {
    if (missing()) return;
    setFailure(undefined);
    try {
      await props.onConfirm();
      props.onClose();
    } catch (error) {
      setFailure(problemOf(error));
    }
  };

  return (
    <DialogFrame
      open={props.open}
      onClose={props.onClose}
      title={props.title}
      role="alertdialog"
      isOnTop={props.isOnTop ?? false}
      size="sm"
      initialFocus={firstStop}
    >
      <Form onSubmit={confirm} class="flex min-h-0 flex-col">
        <DialogBody>
          <div class="text-muted">{props.children}</div>
          <Show when={props.typeToConfirm}>
            {(word) => (
              <TextField
                id={fieldId}
                label={texts().confirmDialog.typeToConfirm(word())}
                value={typed()}
                onInput={setTyped}
                autocomplete="off"
                autocapitalize="none"
                spellcheck={false}
              />
            )}
          </Show>
          <Show when={failure()}>
            {(problem) => (
              <Callout tone="danger">
                {problem().message}
                <Show when={problem().requestId}>
                  {(id) => <RequestId id={id()} />}
                </Show>
              </Callout>
            )}
          </Show>
        </DialogBody>
        <DialogActions>
          <Button ref={(button) => (cancel = button)} onClick={props.onClose}>
            {texts().confirmDialog.cancel}
          </Button>
          <Button
            type="submit"
            variant={props.tone === "danger" ? "danger" : "primary"}
            blocked={missing()}
          >
            {props.confirmLabel}
          </Button>
        </DialogActions>
      </Form>
    </DialogFrame>
  );
}
