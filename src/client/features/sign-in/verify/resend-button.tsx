import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { createWait } from "#client/session/wait.ts";
import { WaitButton } from "#client/layout/wait-button.tsx";
import { texts } from "./texts.ts";

const PAUSE_SECONDS = 30;

/** Sends a new confirmation link, at most twice a minute. The answer does not reveal whether the account exists. */
export function ResendButton(props: { email: string; class?: string }) {
  const wait = createWait();
  const resend = api.auth.resendVerification.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: () => wait.start(PAUSE_SECONDS),
    onError: (error) => {
      wait.startAfter(error);
      toastProblem(texts().resendButton.notSent, error);
    },
  }));
  return (
    <div class="mt-3 flex flex-col items-start gap-2">
      <WaitButton
        wait={wait}
        pending={resend.isPending}
        blocked={texts().resendAgain}
        onClick={() => resend.mutate({ email: props.email })}
      >
        {texts().resend}
      </WaitButton>
      <p role="status" class="text-sm text-muted empty:hidden">
        {resend.isSuccess ? texts().resent : ""}
      </p>
    </div>
  );
}
