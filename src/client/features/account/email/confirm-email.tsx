import { api } from "#client/session/api.ts";
import { DevMailHint } from "#client/layout/dev-mail-hint.tsx";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { createWait } from "#client/session/wait.ts";
import { WaitButton } from "#client/layout/wait-button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { toast } from "#client/ui/toast.ts";
import { texts } from "./texts.ts";

const PAUSE_SECONDS = 30;

/** Resends the link that confirms the account's current email address. */
export function ConfirmEmail(props: { email: string }) {
  const wait = createWait();
  const send = api.account.changeEmail.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: () => {
      wait.start(PAUSE_SECONDS);
      toast.success(texts().confirm.sent);
    },
    onError: (error) => {
      wait.startAfter(error);
      toastProblem(texts().notSent, error);
    },
  }));
  return (
    <div class="flex flex-col items-start gap-4">
      <Callout tone="warning" title={texts().confirm.title} class="w-full">
        {texts().confirm.text}
      </Callout>
      <DevMailHint />
      <WaitButton
        wait={wait}
        pending={send.isPending}
        blocked={texts().resendWait}
        onClick={() => send.mutate({ email: props.email })}
      >
        {texts().confirm.send}
      </WaitButton>
    </div>
  );
}
