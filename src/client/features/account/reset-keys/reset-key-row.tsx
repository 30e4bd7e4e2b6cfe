import { Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { Button } from "#client/ui/button.tsx";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { toast } from "#client/ui/toast.ts";
import { texts } from "./texts.ts";

export type OwnKey = Awaited<
  ReturnType<typeof api.apiKeys.mine.query>
>["items"][number];

/** A key of the user, with its organization and a button that revokes it. */
export function ResetKeyRow(props: { apiKey: OwnKey }) {
  const name = () => props.apiKey.name;
  const revoke = api.apiKeys.revoke.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: () => toast.success(texts().revoked(name())),
    onError: (error) => toastProblem(texts().failed(name()), error),
    onSettled: () => api.apiKeys.mine.invalidate(),
  }));
  return (
    <li class="flex items-center gap-3 px-4 py-3">
      <div class="min-w-0 flex-1">
        <bdi class="block truncate font-medium">{name()}</bdi>
        <span class="block truncate text-sm text-muted">
          <bdi>{props.apiKey.organization.name}</bdi> · …{props.apiKey.last4}
        </span>
        <span class="block text-sm text-muted">
          <Show when={props.apiKey.lastUsedAt} fallback={texts().neverUsed}>
            {(at) => texts().lastUsed(<RelativeTime value={at()} />)}
          </Show>
        </span>
      </div>
      <Button
        size="sm"
        pending={revoke.isPending}
        onClick={() =>
          revoke.mutate({
            org: props.apiKey.organization.id,
            id: props.apiKey.id,
          })
        }
      >
        {texts().revoke}
        <span class="sr-only"> {name()}</span>
      </Button>
    </li>
  );
}
