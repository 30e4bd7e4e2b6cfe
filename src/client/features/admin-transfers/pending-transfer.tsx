import { Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { toast } from "#client/ui/toast.ts";
import { texts } from "./texts.ts";

type Transfer = NonNullable<
  Awaited<ReturnType<typeof api.transfers.pending.query>>["transfer"]
>;

/** Shows an admin transfer that its recipient has not yet answered, with a button to cancel it. */
export function PendingTransfer(props: { transfer: Transfer }) {
  const { slug, user } = useOrganization();
  const cancel = api.transfers.cancel.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: () => toast.success(texts().pending.cancelled),
    onError: (error) => toastProblem(texts().pending.notCancelled, error),
    onSettled: (_done, _error, { org }) =>
      api.transfers.pending.invalidate({ org }),
  }));
  const sentence = () => {
    const { from, to, expiresAt } = props.transfer;
    const until = new Date(expiresAt);
    return from.id === user().id
      ? texts().pending.yours(to.name, until)
      : texts().pending.others(from.name, to.name, until);
  };
  return (
    <Callout
      action={
        <Button
          size="sm"
          pending={cancel.isPending}
          onClick={() => cancel.mutate({ org: slug() })}
        >
          {texts().pending.cancel}
        </Button>
      }
    >
      <p class="break-words">{sentence()}</p>
      <Show when={props.transfer.lacksSecondFactor}>
        <p class="mt-1 break-words text-muted">
          {texts().pending.lacksTwoFactor(props.transfer.to.name)}
        </p>
      </Show>
    </Callout>
  );
}
