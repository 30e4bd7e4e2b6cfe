import { createSignal, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { Badge } from "#client/ui/badge.tsx";
import { Button } from "#client/ui/button.tsx";
import { Section } from "#client/ui/section.tsx";
import { toast } from "#client/ui/toast.ts";
import { RemoveAppDialog } from "./remove-app-dialog.tsx";
import { SetUpDialog, type TotpStart } from "./set-up-dialog.tsx";
import { refetchStatus, type Status } from "./status.ts";
import { texts } from "./texts.ts";

export function AppSection(props: {
  status: Status;
  onCodes: (codes: string[] | null) => void;
}) {
  const [started, setStarted] = createSignal<TotpStart>();
  const [isRemoving, setRemoving] = createSignal(false);
  const start = api.twoFactor.startTotp.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const setUp = async () => {
    try {
      setStarted(await reauthenticated(() => start.mutateAsync()));
    } catch (error) {
      toastProblem(texts().app.notStarted, error);
      // The user may have set up an authenticator app in another tab.
      await refetchStatus();
    }
  };
  const finish = async (codes: string[] | null) => {
    setStarted(undefined);
    props.onCodes(codes);
    toast.success(texts().app.added);
    await refetchStatus();
  };

  return (
    <>
      <Section
        title={texts().app.title}
        description={
          props.status.totp ? texts().app.onText : texts().app.offText
        }
        actions={
          <Badge tone={props.status.totp ? "success" : "neutral"}>
            {props.status.totp ? texts().on : texts().off}
          </Badge>
        }
        footer={
          <Show
            when={props.status.totp}
            fallback={
              <>
                <span class="min-w-0 flex-1 basis-48">{texts().app.help}</span>
                <Button variant="primary" onClick={setUp}>
                  {texts().app.setUp}
                </Button>
              </>
            }
          >
            <Button
              variant="danger-quiet"
              class="ml-auto"
              onClick={() => setRemoving(true)}
            >
              {texts().app.remove}
            </Button>
          </Show>
        }
      />
      <SetUpDialog
        started={started()}
        onClose={() => setStarted(undefined)}
        onDone={finish}
      />
      <RemoveAppDialog
        open={isRemoving()}
        isLast={props.status.passkeys === 0}
        onClose={() => setRemoving(false)}
      />
    </>
  );
}
