import { createSignal } from "solid-js";
import { api } from "#client/session/api.ts";
import { reauthenticated } from "#client/session/reauthentication.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { Section } from "#client/ui/section.tsx";
import { rereadStatus } from "./status.ts";
import { TEXTS } from "./texts.ts";

const FEW = 3;

export function RecoverySection(props: {
  left: number;
  onCodes: (codes: string[]) => void;
}) {
  const [isAsking, setAsking] = createSignal(false);
  const renew = api.twoFactor.newRecoveryCodes.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const confirm = async () => {
    const { recoveryCodes } = await reauthenticated(() => renew.mutateAsync());
    props.onCodes(recoveryCodes);
    await rereadStatus();
  };
  return (
    <>
      <Section
        title={TEXTS.codes.title}
        description={TEXTS.codes.text}
        footer={
          <>
            {props.left > 0 ? TEXTS.codes.left(props.left) : TEXTS.codes.none}
            <Button onClick={() => setAsking(true)}>{TEXTS.codes.renew}</Button>
          </>
        }
      >
        {props.left <= FEW ? (
          <Callout tone="warning" title={TEXTS.codes.fewTitle}>
            {TEXTS.codes.fewText}
          </Callout>
        ) : undefined}
      </Section>
      <ConfirmDialog
        open={isAsking()}
        onClose={() => setAsking(false)}
        title={TEXTS.codes.ask}
        confirmLabel={TEXTS.codes.confirm}
        onConfirm={confirm}
      >
        {TEXTS.codes.askText}
      </ConfirmDialog>
    </>
  );
}
