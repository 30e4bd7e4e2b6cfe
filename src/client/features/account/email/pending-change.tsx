import type { JSX } from "solid-js";
import { api } from "#client/session/api.ts";
import { DevMailHint } from "#client/layout/dev-mail-hint.tsx";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { createWait } from "#client/session/wait.ts";
import { WaitButton } from "#client/layout/wait-button.tsx";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { toast } from "#client/ui/toast.ts";
import { texts } from "./texts.ts";

const PAUSE_SECONDS = 30;

/** Shows a requested email change that the user has not yet confirmed with the mailed link. */
export function PendingChange(props: {
  email: string;
  expiresAt: string;
  frame: (children: JSX.Element, footer: JSX.Element) => JSX.Element;
}) {
  const wait = createWait();
  const refetch = () => api.account.pendingEmail.invalidate();
  const change = api.account.changeEmail.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const cancel = api.account.cancelEmailChange.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: () => toast.success(texts().cancelled),
    onError: (error) => toastProblem(texts().notCancelled, error),
    onSettled: refetch,
  }));
  const resend = async () => {
    const { email } = props;
    try {
      await reauthenticated(() => change.mutateAsync({ email }));
      wait.start(PAUSE_SECONDS);
      toast.success(texts().resent);
    } catch (error) {
      wait.startAfter(error);
      toastProblem(texts().notSent, error);
    }
    await refetch();
  };
  return (
    <>
      {props.frame(
        <div class="flex flex-col gap-4">
          <Callout title={texts().pending(props.email)} class="break-words">
            {texts().pendingText} <RelativeTime value={props.expiresAt} />.
          </Callout>
          <DevMailHint />
        </div>,
        <>
          <Button pending={cancel.isPending} onClick={() => cancel.mutate({})}>
            {texts().cancel}
          </Button>
          <WaitButton
            wait={wait}
            pending={change.isPending}
            blocked={texts().resendWait}
            onClick={() => void resend()}
          >
            {texts().resend}
          </WaitButton>
        </>,
      )}
    </>
  );
}
