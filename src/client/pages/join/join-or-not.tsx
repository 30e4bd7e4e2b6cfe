import { useNavigate } from "@solidjs/router";
import { api } from "../../api.ts";
import { createFormProblems } from "../../form-problems.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { seenFromOutside } from "../invitation/no-seat.ts";
import { TEXTS } from "./texts.ts";

/** Joins, or leaves it; nothing happens by looking. */
export function JoinOrNot(props: {
  token: string;
  email: string;
  onDone: () => void;
}) {
  const navigate = useNavigate();
  const problems = createFormProblems([]);
  const join = api.links.join.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  // It only stores where the next visit starts: nobody waits for it.
  const store = api.auth.switchOrganization.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const accept = () =>
    problems.attempt(async () => {
      const { organization } = await join
        .mutateAsync({ token: props.token })
        .catch((error: unknown) => {
          throw seenFromOutside(error);
        });
      props.onDone();
      void api.auth.context.invalidate();
      store.mutate({ organizationId: organization.id });
      navigate(`/o/${organization.slug}`, { replace: true });
    });
  const leave = () => {
    props.onDone();
    navigate("/", { replace: true });
  };
  return (
    <div class="flex flex-col gap-3">
      <ErrorSummary
        title={TEXTS.notJoined}
        problems={problems.general()}
        requestId={problems.requestId()}
      />
      <p class="text-sm break-words text-muted">
        {TEXTS.signedInAs(props.email)}
      </p>
      <Button variant="primary" size="lg" onClick={accept}>
        {TEXTS.join}
      </Button>
      <Button size="lg" onClick={leave}>
        {TEXTS.notNow}
      </Button>
    </div>
  );
}
