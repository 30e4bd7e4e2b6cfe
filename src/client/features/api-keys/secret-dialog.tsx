import { createSignal, Show } from "solid-js";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { ConfirmLeave } from "#client/ui/confirm-leave.tsx";
import { CopyButton } from "#client/ui/copy-button.tsx";
import { DialogFrame } from "#client/ui/dialog-frame.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { LeaveGuard } from "#client/ui/leave-guard.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import type { ShownSecret } from "./api-key.ts";
import { texts } from "./texts.ts";

/** Shows a new secret once. Asks before it closes if the secret was not copied. */
export default function SecretDialog(
  props: VerbDialogProps & { secret: ShownSecret },
) {
  const [isCopied, setCopied] = createSignal(false);
  const [isAsking, setAsking] = createSignal(false);
  const isUnsaved = () => props.open && !isCopied();
  const close = () => (isUnsaved() ? setAsking(true) : props.onClose());
  const title = () =>
    props.secret.isRotated
      ? texts().secret.titleRotated(props.secret.key.name)
      : texts().secret.title;
  return (
    <>
      <DialogFrame
        open={props.open}
        onClose={close}
        title={title()}
        role="alertdialog"
      >
        <DialogBody>
          <Callout tone="warning">{texts().secret.text}</Callout>
          <TextField
            label={texts().secret.label}
            class="[&_input]:font-mono"
            value={props.secret.secret}
            readOnly
            autocomplete="off"
            spellcheck={false}
            onFocus={(event) => event.currentTarget.select()}
            onCopy={() => setCopied(true)}
          />
          <Show when={props.secret.isRotated}>
            <p class="text-sm text-muted">
              <Show
                when={props.secret.key.graceUntil}
                fallback={texts().secret.oldEnded}
              >
                {(until) => texts().secret.oldEnds(new Date(until()))}
              </Show>
            </p>
          </Show>
          <NextStep />
        </DialogBody>
        <DialogActions>
          <Button onClick={close}>{texts().secret.done}</Button>
          <CopyButton
            withLabel
            variant="primary"
            value={props.secret.secret}
            label={texts().secret.copy}
            onCopied={() => setCopied(true)}
          />
        </DialogActions>
      </DialogFrame>
      {/* The question is created only when it opens, because an earlier open dialog hides existing elements from screen readers. */}
      <Show when={isAsking()}>
        <ConfirmLeave
          open
          isOnTop
          title={texts().secret.leaveTitle}
          onStay={() => setAsking(false)}
          onLeave={() => {
            setAsking(false);
            props.onClose();
          }}
        >
          {texts().secret.leaveText}
        </ConfirmLeave>
      </Show>
      <Show when={isUnsaved()}>
        <LeaveGuard isDirty isOnTop title={texts().secret.leaveTitle}>
          {texts().secret.leaveText}
        </LeaveGuard>
      </Show>
    </>
  );
}

function NextStep() {
  const path = useOrganizationPath();
  return (
    <p class="text-sm">
      <TextLink href={path("settings/connect")}>
        {texts().secret.connect}
      </TextLink>
    </p>
  );
}
