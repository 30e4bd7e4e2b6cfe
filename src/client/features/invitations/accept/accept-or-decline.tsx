import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Button } from "#client/ui/button.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import type { Join } from "./join.ts";
import { texts } from "./texts.ts";

export function AcceptOrDecline(props: {
  token: string;
  join: Join;
  onDeclined: () => void;
}) {
  const problems = createFormProblems([]);
  const decline = api.invitations.decline.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: () => props.onDeclined(),
  }));
  return (
    <div class="flex flex-col gap-3">
      <ErrorSummary
        title={texts().notAccepted}
        problems={problems.general()}
        requestId={problems.requestId()}
      />
      <Button
        variant="primary"
        size="lg"
        onClick={() => problems.attempt(() => props.join(props.token))}
      >
        {texts().accept}
      </Button>
      <Button
        size="lg"
        onClick={() =>
          problems.attempt(() => decline.mutateAsync({ token: props.token }))
        }
      >
        {texts().decline}
      </Button>
    </div>
  );
}
