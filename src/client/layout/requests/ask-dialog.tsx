import { createSignal } from "solid-js";
import {
  containsAddress,
  MESSAGE_LENGTH,
  plainMessage,
} from "#shared/message-text.ts";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { Button } from "#client/ui/button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Form } from "#client/ui/form.tsx";
import { TextArea } from "#client/ui/text-area.tsx";
import { toast } from "#client/ui/toast.ts";
import type { Wanted } from "./ask-button.tsx";
import { texts } from "./texts.ts";

/** Sends a request for a role or a seat to the admins, with an optional message. */
export default function AskDialog(props: VerbDialogProps & { wanted: Wanted }) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().dialog.title[props.wanted.kind]}
      size="sm"
    >
      <AskForm wanted={props.wanted} onClose={props.onClose} />
    </Dialog>
  );
}

function AskForm(props: { wanted: Wanted; onClose: () => void }) {
  const { slug } = useOrganization();
  const [message, setMessage] = createSignal("");
  const problems = createFormProblems(["message"]);
  const create = api.requests.create.useMutation(() => ({
    meta: { showsErrors: true },
    onSettled: () => void api.requests.invalidate(),
  }));
  const submit = () =>
    problems.attempt(async () => {
      const text = message().trim();
      await create.mutateAsync({
        org: slug(),
        ...props.wanted,
        ...(text !== "" && { message: text }),
      });
      toast.success(texts().dialog.sent);
      props.onClose();
    });
  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={texts().dialog.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <p class="text-sm text-muted">
          {texts().dialog.text[props.wanted.kind]}
        </p>
        <TextArea
          id={problems.id("message")}
          label={texts().dialog.message}
          optional
          rows={2}
          dir="auto"
          maxLength={MESSAGE_LENGTH}
          hint={hintOf(message())}
          value={message()}
          onInput={setMessage}
          error={problems.at("message")}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{texts().dialog.cancel}</Button>
        <Button type="submit" variant="primary">
          {texts().dialog.send}
        </Button>
      </DialogActions>
    </Form>
  );
}

/** Says that links are removed, and shows what is left of a message with a link. */
function hintOf(message: string): string {
  if (!containsAddress(message)) return texts().dialog.hint(MESSAGE_LENGTH);
  const rest = plainMessage(message);
  return rest === "" ? texts().dialog.allRemoved : texts().dialog.rest(rest);
}
