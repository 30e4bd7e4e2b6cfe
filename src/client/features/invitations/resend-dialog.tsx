import { createSignal } from "solid-js";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { Select } from "#client/ui/select.tsx";
import { toast } from "#client/ui/toast.ts";
import { withHeldRole, useRoles } from "#client/session/use-roles.ts";
import {
  explainGone,
  type InvitationThing,
  refetchInvitations,
} from "./invitation.ts";
import { texts } from "./texts.ts";

/** Resends an invitation, optionally with another role. */
export default function ResendDialog(
  props: VerbDialogProps & { invitation: InvitationThing },
) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().resendDialog.title}
      description={texts().resendDialog.text}
      size="sm"
    >
      <ResendForm invitation={props.invitation} onClose={props.onClose} />
    </Dialog>
  );
}

function ResendForm(props: {
  invitation: InvitationThing;
  onClose: () => void;
}) {
  const { slug } = useOrganization();
  const roles = useRoles();
  const [role, setRole] = createSignal<string>();
  const chosen = () => role() ?? props.invitation.role;
  const problems = createFormProblems(["role"]);
  const resend = api.invitations.resend.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const submit = async () => {
    const org = slug();
    const { id, email } = props.invitation;
    let isSent = false;
    const isDone = await problems.attempt(async () => {
      const input = { org, id, role: role() };
      const answer = await resend.mutateAsync(input).catch(explainGone);
      isSent = answer.isSent;
    });
    void refetchInvitations(org);
    if (!isDone) return;
    props.onClose();
    if (isSent) toast.success(texts().resendDialog.resentTo(email));
    else
      toast.error(
        texts().resendDialog.notSent,
        texts().resendDialog.notSentText,
      );
  };
  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={texts().resendDialog.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <p class="text-sm break-all">
          <span class="block text-muted">{texts().resendDialog.to}</span>
          <bdi>{props.invitation.email}</bdi>
        </p>
        <Select
          id={problems.id("role")}
          label={texts().resendDialog.role}
          options={withHeldRole(roles.options(), props.invitation)}
          value={chosen()}
          onChange={setRole}
          error={problems.at("role")}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{texts().resendDialog.cancel}</Button>
        <Button type="submit" variant="primary">
          {texts().resendDialog.resend}
        </Button>
      </DialogActions>
    </Form>
  );
}
