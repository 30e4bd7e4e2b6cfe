import { type JSX, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { DevMailHint } from "#client/layout/dev-mail-hint.tsx";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { reauthenticated } from "#client/session/reauthentication.ts";
import { createWait, formatWait } from "#client/session/wait.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { toast } from "#client/ui/toast.ts";
import { TEXTS } from "./texts.ts";

const PAUSE_SECONDS = 30;

/** The new address that waits until its link is opened. */
export function PendingChange(props: {
  email: string;
  expiresAt: string;
  frame: (children: JSX.Element, footer: JSX.Element) => JSX.Element;
}) {
  const wait = createWait();
  const isWaiting = () => wait.secondsLeft() > 0;
  const reread = () => api.account.pendingEmail.invalidate();
  const change = api.account.changeEmail.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const cancel = api.account.cancelEmailChange.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: () => toast.success(TEXTS.cancelled),
    onError: (error) => toastProblem(TEXTS.notCancelled, error),
    onSettled: reread,
  }));
  const resend = async () => {
    const { email } = props;
    try {
      await reauthenticated(() => change.mutateAsync({ email }));
      wait.start(PAUSE_SECONDS);
      toast.success(TEXTS.resent);
    } catch (error) {
      wait.startAfter(error);
      toastProblem(TEXTS.notSent, error);
    }
    await reread();
  };
  return (
    <>
      {props.frame(
        <div class="flex flex-col gap-4">
          <Callout title={TEXTS.pending(props.email)} class="break-words">
            {TEXTS.pendingText} <RelativeTime value={props.expiresAt} />.
          </Callout>
          <DevMailHint />
        </div>,
        <>
          <Button pending={cancel.isPending} onClick={() => cancel.mutate({})}>
            {TEXTS.cancel}
          </Button>
          <Button
            pending={change.isPending}
            blocked={isWaiting() ? TEXTS.resendAgain : undefined}
            onClick={() => void resend()}
          >
            {TEXTS.resend}
            <Show when={isWaiting()}>
              <span aria-hidden="true" class="tabular-nums">
                {formatWait(wait.secondsLeft())}
              </span>
            </Show>
          </Button>
        </>,
      )}
    </>
  );
}
