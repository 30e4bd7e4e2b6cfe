import { useNavigate } from "@solidjs/router";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Button } from "#client/ui/button.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import type { Joined } from "../accept/join.ts";
import { seenFromOutside } from "../accept/no-seat.ts";
import { texts } from "./texts.ts";

/** The two answers to a link: join, or not now. */
export function JoinOrNot(props: {
  token: string;
  email: string;
  onJoined: (organization: Joined) => void;
  onDone: () => void;
}) {
  const navigate = useNavigate();
  const problems = createFormProblems([]);
  const join = api.links.join.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const accept = () =>
    problems.attempt(async () => {
      const { organization } = await join
        .mutateAsync({ token: props.token })
        .catch((error: unknown) => {
          throw seenFromOutside(error);
        });
      props.onJoined(organization);
    });
  const leave = () => {
    props.onDone();
    navigate("/", { replace: true });
  };
  return (
    <div class="flex flex-col gap-3">
      <ErrorSummary
        title={texts().notJoined}
        problems={problems.general()}
        requestId={problems.requestId()}
      />
      <p class="text-sm break-words text-muted">
        {texts().signedInAs(props.email)}
      </p>
      <Button variant="primary" size="lg" onClick={accept}>
        {texts().join}
      </Button>
      <Button size="lg" onClick={leave}>
        {texts().notNow}
      </Button>
    </div>
  );
}
