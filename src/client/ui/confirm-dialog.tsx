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
  /** Opens above another dialog. */
  isOnTop?: boolean;
  onClose: () => void;
  /** A question: "Remove Ada Lovelace from Acme?" */
  title: string;
  /** The consequences, and until when they can be undone. */
  children?: JSX.Element;
  /** The verb of the title: "Remove". */
  confirmLabel: string;
  tone?: "default" | "danger";
  /** Must be typed to enable the button, for actions that cannot easily be undone. */
  typeToConfirm?: string;
  /** The dialog closes when this resolves, and shows the error when it throws. */
  onConfirm: () => unknown;
}

/** Asks before an action. Initially the focus is on no control that would act on Enter. */
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
