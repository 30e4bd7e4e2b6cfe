import { useNavigate } from "@solidjs/router";
import { Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { Avatar } from "#client/ui/avatar.tsx";
import { Button } from "#client/ui/button.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { toast } from "#client/ui/toast.ts";
import { explainNoSeat } from "../join/no-seat.ts";
import { texts } from "./texts.ts";
import { roleNameOf } from "#client/session/role-label.ts";

type Received = Awaited<
  ReturnType<typeof api.invitations.received.query>
>["items"][number];

export function ReceivedInvitation(props: { invitation: Received }) {
  const navigate = useNavigate();
  const name = () => props.invitation.organization.name;
  const refetch = () => api.invitations.received.invalidate();
  const accept = api.invitations.acceptReceived.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: ({ organization }) => {
      toast.success(texts().joined(organization.name));
      void api.auth.context.invalidate();
      navigate(`/o/${organization.slug}`);
    },
    onError: (error) => toastProblem(texts().notAccepted, explainNoSeat(error)),
    onSettled: refetch,
  }));
  const decline = api.invitations.declineReceived.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: () => toast.success(texts().declined(name())),
    onError: (error) => toastProblem(texts().notDeclined, error),
    onSettled: refetch,
  }));
  const isAnswered = () => accept.isPending || decline.isPending;
  const answer = (mutation: typeof accept | typeof decline) => () => {
    if (!isAnswered()) mutation.mutate({ id: props.invitation.id });
  };

  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-3">
      <div class="flex min-w-0 flex-1 basis-60 items-center gap-2.5">
        <Avatar
          name={name()}
          image={props.invitation.organization.logoUrl}
          shape="organization"
        />
        <div class="min-w-0">
          <p class="font-medium">
            <bdi class="block truncate text-left">{name()}</bdi>
          </p>
          <p class="text-sm text-muted">
            {texts().from(
              props.invitation.invitedBy,
              roleNameOf(props.invitation),
            )}
            , {texts().expires}{" "}
            <RelativeTime value={props.invitation.expiresAt} />
          </p>
          <Show when={props.invitation.message}>
            {(message) => (
              <blockquote
                class="mt-1.5 border-l-2 border-line pl-3 text-sm break-words whitespace-pre-line"
                dir="auto"
              >
                {message()}
              </blockquote>
            )}
          </Show>
        </div>
      </div>
      <div class="flex gap-2 max-sm:w-full max-sm:*:flex-1">
        <Button pending={decline.isPending} onClick={answer(decline)}>
          {texts().decline}
          <span class="sr-only"> {name()}</span>
        </Button>
        <Button
          variant="primary"
          pending={accept.isPending}
          onClick={answer(accept)}
        >
          {texts().accept}
          <span class="sr-only"> {name()}</span>
        </Button>
      </div>
    </li>
  );
}
