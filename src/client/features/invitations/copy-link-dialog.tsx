import { createSignal, Match, Switch } from "solid-js";

import { reasonOf, useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { explainGone, type InvitationThing } from "./invitation.ts";
import { ShownLink } from "./shown-link.tsx";
import { texts } from "./texts.ts";
import { openResend } from "./verbs.ts";

/** Creates a link to an invitation and shows it once. An expired invitation must be resent first. */
export default function CopyLinkDialog(
  props: VerbDialogProps & { invitation: InvitationThing },
) {
  const { slug } = useOrganization();
  const [url, setUrl] = createSignal<string>();
  const [mustResend, setMustResend] = createSignal(false);
  const problems = createFormProblems([]);
  const copy = api.invitations.copyLink.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const create = () =>
    problems.attempt(async () => {
      const { id } = props.invitation;
      try {
        const link = await copy.mutateAsync({ org: slug(), id });
        setUrl(link.url);
      } catch (error) {
        if (reasonOf(error) !== "RESEND_FIRST") explainGone(error);
        setMustResend(true);
      }
    });
  const resend = () => {
    props.onClose();
    openResend({ invitation: props.invitation });
  };
  const description = () =>
    url()
      ? texts().copyLink.created
      : texts().copyLink.text(
          <bdi class="break-all text-ink">{props.invitation.email}</bdi>,
        );
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={url() ? texts().copyLink.createdTitle : texts().copyLink.title}
      description={description()}
    >
      <Switch>
        <Match when={url()}>
          {(link) => <ShownLink url={link()} onDone={props.onClose} />}
        </Match>
        <Match when={mustResend()}>
          <DialogBody>
            <Callout tone="warning">{texts().copyLink.resendFirst}</Callout>
          </DialogBody>
          <DialogActions>
            <Button onClick={props.onClose}>{texts().copyLink.cancel}</Button>
            <Button variant="primary" onClick={resend}>
              {texts().verbs.resend}
            </Button>
          </DialogActions>
        </Match>
        <Match when={true}>
          <DialogBody>
            <ErrorSummary
              title={texts().copyLink.failed}
              problems={problems.general()}
              requestId={problems.requestId()}
            />
            <p class="text-sm text-muted">{texts().copyLink.replaces}</p>
          </DialogBody>
          <DialogActions>
            <Button onClick={props.onClose}>{texts().copyLink.cancel}</Button>
            <Button variant="primary" onClick={create}>
              {texts().copyLink.create}
            </Button>
          </DialogActions>
        </Match>
      </Switch>
    </Dialog>
  );
}
