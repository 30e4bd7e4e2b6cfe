import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { toast } from "#client/ui/toast.ts";
import { texts } from "./texts.ts";

/** The buttons with which the recipient of an admin transfer accepts or declines it. */
export function TransferAnswers() {
  const { slug } = useOrganization();
  const options = (message: string) => ({
    meta: { showsErrors: true },
    onSuccess: () => {
      toast.success(message);
    },
    onError: (error: unknown) =>
      toastProblem(texts().answer.notAnswered, error),
    onSettled: () => {
      void api.transfers.pending.invalidate({ org: slug() });
      void api.auth.context.invalidate();
      void api.members.invalidate();
      void api.dashboard.invalidate();
    },
  });
  const accept = api.transfers.accept.useMutation(() =>
    options(texts().answer.accepted),
  );
  const decline = api.transfers.decline.useMutation(() =>
    options(texts().answer.declined),
  );
  const isAnswered = () => accept.isPending || decline.isPending;
  const answer = (mutation: typeof accept | typeof decline) => () => {
    if (!isAnswered()) mutation.mutate({ org: slug() });
  };
  return (
    <div class="flex gap-2 max-sm:w-full max-sm:*:flex-1">
      <Button size="sm" pending={decline.isPending} onClick={answer(decline)}>
        {texts().answer.decline}
      </Button>
      <Button
        size="sm"
        variant="primary"
        pending={accept.isPending}
        onClick={answer(accept)}
      >
        {texts().answer.accept}
      </Button>
    </div>
  );
}
