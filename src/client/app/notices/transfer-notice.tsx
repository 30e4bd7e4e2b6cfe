import KeyRound from "lucide-solid/icons/key-round";
import { Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { toast } from "#client/ui/toast.ts";
import { texts } from "./texts.ts";

/** Shows a pending admin transfer to its recipient, above the pages of the organization. */
export function TransferNotice() {
  const { slug, user } = useOrganization();
  const pending = api.transfers.pending.useQuery(() => ({ org: slug() }));
  const offered = () => {
    const transfer = pending.isSuccess ? pending.data.transfer : null;
    return transfer?.to.id === user().id ? transfer : null;
  };
  return (
    <Show when={offered()}>
      {(transfer) => (
        <section
          aria-label={texts().transfer.label}
          class="border-b border-accent-line bg-accent-soft text-accent-ink"
        >
          <div class="mx-auto flex max-w-6xl flex-wrap items-center gap-x-2.5 gap-y-2 px-4 py-2 text-sm sm:px-6">
            <KeyRound size={16} class="shrink-0 max-sm:hidden" />
            <p class="min-w-0 flex-1 basis-72 break-words">
              {texts().transfer.offer(
                transfer().from.name,
                transfer().roleAfterName,
                new Date(transfer().expiresAt),
              )}
            </p>
            <Answers />
          </div>
        </section>
      )}
    </Show>
  );
}

function Answers() {
  const { slug } = useOrganization();
  const options = (message: string) => ({
    meta: { showsErrors: true },
    onSuccess: () => {
      toast.success(message);
    },
    onError: (error: unknown) =>
      toastProblem(texts().transfer.notAnswered, error),
    onSettled: () => {
      void api.transfers.pending.invalidate({ org: slug() });
      void api.auth.context.invalidate();
      void api.members.invalidate();
    },
  });
  const accept = api.transfers.accept.useMutation(() =>
    options(texts().transfer.accepted),
  );
  const decline = api.transfers.decline.useMutation(() =>
    options(texts().transfer.declined),
  );
  const isAnswered = () => accept.isPending || decline.isPending;
  const answer = (mutation: typeof accept | typeof decline) => () => {
    if (!isAnswered()) mutation.mutate({ org: slug() });
  };
  return (
    <div class="flex gap-2 max-sm:w-full max-sm:*:flex-1">
      <Button size="sm" pending={decline.isPending} onClick={answer(decline)}>
        {texts().transfer.decline}
      </Button>
      <Button
        size="sm"
        variant="primary"
        pending={accept.isPending}
        onClick={answer(accept)}
      >
        {texts().transfer.accept}
      </Button>
    </div>
  );
}
