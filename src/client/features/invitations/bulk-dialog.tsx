import { createSignal, For, Show } from "solid-js";
import type { RouterOutputs } from "#sdk/index.ts";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { Button } from "#client/ui/button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { toast } from "#client/ui/toast.ts";
import { type InvitationThing, refetchInvitations } from "./invitation.ts";
import { texts } from "./texts.ts";

type Result = RouterOutputs["invitations"]["updateMany"];

/** The largest number of invitations that the server changes in one call. */
const MOST = 100;

export interface BulkDialogProps {
  action: "resend" | "revoke";
  invitations: readonly InvitationThing[];
  /** Called when the invitations have changed. */
  onDone?: () => void;
}

/** Asks for confirmation before several invitations are resent or revoked. Then lists those that were skipped. */
export default function BulkDialog(props: VerbDialogProps & BulkDialogProps) {
  const { slug } = useOrganization();
  const [result, setResult] = createSignal<Result>();
  const problems = createFormProblems([]);
  const update = api.invitations.updateMany.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const changed = () => props.invitations.slice(0, MOST);
  const submit = () =>
    problems.attempt(async () => {
      const org = slug();
      const ids = changed().map(({ id }) => id);
      const answer = await update.mutateAsync({
        org,
        ids,
        action: props.action,
      });
      void refetchInvitations(org);
      props.onDone?.();
      if (answer.skipped.length > 0) return setResult(answer);
      props.onClose();
      toast.success(texts().bulk.done[props.action](answer.done.length));
    });
  const title = () => {
    const done = result()?.done.length;
    return done === undefined
      ? texts().bulk.title[props.action](changed().length)
      : texts().bulk.partial(done, changed().length);
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={title()}
      role="alertdialog"
    >
      <Show
        when={result()}
        fallback={
          <Form onSubmit={submit} class="flex min-h-0 flex-col">
            <DialogBody>
              <ErrorSummary
                title={texts().bulk.failed}
                problems={problems.general()}
                requestId={problems.requestId()}
              />
              <p class="text-sm text-muted">
                {texts().bulk.text[props.action]}
              </p>
            </DialogBody>
            <DialogActions>
              <Button onClick={props.onClose}>{texts().bulk.cancel}</Button>
              <Button
                type="submit"
                variant={props.action === "revoke" ? "danger" : "primary"}
              >
                {texts().bulk.confirm[props.action]}
              </Button>
            </DialogActions>
          </Form>
        }
      >
        {(answer) => (
          <Skipped
            invitations={props.invitations}
            skipped={answer().skipped}
            onClose={props.onClose}
          />
        )}
      </Show>
    </Dialog>
  );
}

function Skipped(props: {
  invitations: readonly InvitationThing[];
  skipped: Result["skipped"];
  onClose: () => void;
}) {
  const emailOf = (skipped: string) =>
    props.invitations.find(({ id }) => id === skipped)?.email ?? skipped;
  return (
    <>
      <DialogBody>
        <p class="text-sm text-muted">{texts().bulk.skipped}</p>
        <ul class="divide-y divide-line rounded-lg border border-line text-sm">
          <For each={props.skipped}>
            {({ id, reason }) => (
              <li class="px-3.5 py-2">
                <bdi class="block font-medium break-all">{emailOf(id)}</bdi>
                <span class="text-muted">{texts().bulk.reasons[reason]}</span>
              </li>
            )}
          </For>
        </ul>
      </DialogBody>
      <DialogActions>
        <Button variant="primary" onClick={() => props.onClose()}>
          {texts().bulk.close}
        </Button>
      </DialogActions>
    </>
  );
}
