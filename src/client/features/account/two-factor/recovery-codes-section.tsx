import { createSignal } from "solid-js";
import { api } from "#client/session/api.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { Section } from "#client/ui/section.tsx";
import { refetchStatus } from "./status.ts";
import { texts } from "./texts.ts";

const FEW = 3;

export function RecoveryCodesSection(props: {
  left: number;
  onCodes: (codes: string[]) => void;
}) {
  const [isConfirming, setConfirming] = createSignal(false);
  const renew = api.twoFactor.newRecoveryCodes.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const confirm = async () => {
    const { recoveryCodes } = await reauthenticated(() => renew.mutateAsync());
    props.onCodes(recoveryCodes);
    await refetchStatus();
  };
  return (
    <>
      <Section
        title={texts().codes.title}
        description={texts().codes.text}
        footer={
          <>
            {props.left > 0
              ? texts().codes.left(props.left)
              : texts().codes.none}
            <Button onClick={() => setConfirming(true)}>
              {texts().codes.renew}
            </Button>
          </>
        }
      >
        {props.left <= FEW ? (
          <Callout tone="warning" title={texts().codes.fewTitle}>
            {texts().codes.fewText}
          </Callout>
        ) : undefined}
      </Section>
      <ConfirmDialog
        open={isConfirming()}
        onClose={() => setConfirming(false)}
        title={texts().codes.confirmTitle}
        confirmLabel={texts().codes.confirm}
        onConfirm={confirm}
      >
        {texts().codes.confirmText}
      </ConfirmDialog>
    </>
  );
}
