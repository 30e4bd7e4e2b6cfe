import { useNavigate } from "@solidjs/router";
import { For, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { Avatar } from "#client/ui/avatar.tsx";
import { Button } from "#client/ui/button.tsx";
import { Section } from "#client/ui/section.tsx";
import { toast } from "#client/ui/toast.ts";
import { explainNoSeat } from "../join/no-seat.ts";
import { texts } from "./texts.ts";
import { roleNameOf } from "#client/session/role-label.ts";

type Joinable = Awaited<
  ReturnType<typeof api.domains.joinable.query>
>["items"][number];

/**
 * Lists the organizations that the user can join with their confirmed email address. Renders nothing if there are none.
 */
export function JoinableOrganizations() {
  const joinable = api.domains.joinable.useQuery();
  const items = () => (joinable.isSuccess ? joinable.data.items : []);
  return (
    <Show when={items().length > 0}>
      <Section title={texts().joinable.title} flush>
        <ul class="divide-y divide-line">
          <For each={items()}>{(open) => <JoinableRow open={open} />}</For>
        </ul>
      </Section>
    </Show>
  );
}

function JoinableRow(props: { open: Joinable }) {
  const navigate = useNavigate();
  const name = () => props.open.organization.name;
  const join = api.domains.join.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: ({ organization }) => {
      toast.success(texts().joined(organization.name));
      void api.auth.context.invalidate();
      navigate(`/o/${organization.slug}`);
    },
    onError: (error) => toastProblem(texts().notAccepted, explainNoSeat(error)),
    onSettled: () => api.domains.joinable.invalidate(),
  }));
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-3">
      <div class="flex min-w-0 flex-1 basis-60 items-center gap-2.5">
        <Avatar
          name={name()}
          image={props.open.organization.logoUrl}
          shape="organization"
        />
        <div class="min-w-0">
          <p class="font-medium">
            <bdi class="block truncate text-left">{name()}</bdi>
          </p>
          <p class="text-sm break-words text-muted">
            {texts().joinable.because(
              props.open.domain,
              roleNameOf(props.open),
            )}
          </p>
        </div>
      </div>
      <Button
        variant="primary"
        pending={join.isPending}
        class="max-sm:w-full"
        onClick={() => join.mutate({ id: props.open.id })}
      >
        {texts().joinable.join}
        <span class="sr-only"> {name()}</span>
      </Button>
    </li>
  );
}
