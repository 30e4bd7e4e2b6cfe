import { createSignal, Show } from "solid-js";
import type { Invited } from "./invited.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Dialog } from "#client/ui/dialog.tsx";
import { toast } from "#client/ui/toast.ts";
import { InviteForm } from "./invite-form.tsx";
import { InviteResult } from "./invite-result.tsx";
import { texts } from "./texts.ts";

/** Invites several people at once. Then shows which addresses were skipped and why. */
export default function InviteDialog(props: {
  open: boolean;
  onClose: () => void;
}) {
  const { organization } = useOrganization();
  const [result, setResult] = createSignal<Invited>();
  const close = () => {
    props.onClose();
    setResult(undefined);
  };
  const finish = (invited: Invited) => {
    const areAllSent = invited.sent.every(({ isSent }) => isSent);
    if (invited.skipped.length > 0 || !areAllSent) return setResult(invited);
    close();
    const [first] = invited.sent;
    toast.success(
      first && invited.sent.length === 1
        ? texts().inviteDialog.invitationSentTo(first.email)
        : texts().inviteDialog.invitationsSent(invited.sent.length),
    );
  };
  const outcome = () => {
    const invited = result();
    if (!invited) return undefined;
    const sent = invited.sent.filter(({ isSent }) => isSent).length;
    const skipped = invited.skipped.length + invited.sent.length - sent;
    return texts().inviteDialog.someSkipped(sent, skipped);
  };
  return (
    <Dialog
      open={props.open}
      onClose={close}
      title={outcome() ?? texts().inviteDialog.inviteTo(organization().name)}
      description={result() ? undefined : texts().inviteDialog.description}
    >
      <Show
        when={result()}
        fallback={<InviteForm onCancel={close} onInvited={finish} />}
      >
        {(invited) => <InviteResult invited={invited()} onClose={close} />}
      </Show>
    </Dialog>
  );
}
