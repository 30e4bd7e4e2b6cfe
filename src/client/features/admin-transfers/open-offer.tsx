import { Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { toast } from "#client/ui/toast.ts";
import { texts } from "./texts.ts";

type Transfer = NonNullable<
  Awaited<ReturnType<typeof api.transfers.pending.query>>["transfer"]
>;

/** The offer that waits for its recipient, with the way to take it back. */
export function OpenOffer(props: { transfer: Transfer }) {
  const { slug, user } = useOrganization();
  const cancel = api.transfers.cancel.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: () => toast.success(texts().open.cancelled),
    onError: (error) => toastProblem(texts().open.notCancelled, error),
    onSettled: (_done, _error, { org }) =>
      api.transfers.pending.invalidate({ org }),
  }));
  const sentence = () => {
    const { from, to, expiresAt } = props.transfer;
    const until = new Date(expiresAt);
    return from.id === user().id
      ? texts().open.yours(to.name, until)
      : texts().open.others(from.name, to.name, until);
  };
  return (
    <Callout
      action={
        <Button
          size="sm"
          pending={cancel.isPending}
          onClick={() => cancel.mutate({ org: slug() })}
        >
          {texts().open.cancel}
        </Button>
      }
    >
      <p class="break-words">{sentence()}</p>
      <Show when={props.transfer.lacksSecondFactor}>
        <p class="mt-1 break-words text-muted">
          {texts().open.lacking(props.transfer.to.name)}
        </p>
      </Show>
    </Callout>
  );
}
