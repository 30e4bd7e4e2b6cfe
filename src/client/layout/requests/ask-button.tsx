import { Show } from "solid-js";
import type { Permission } from "#shared/permissions.ts";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { verbDialog } from "#client/session/verbs/dialogs.tsx";
import { view } from "#client/session/view-as-role.ts";
import { Button } from "#client/ui/button.tsx";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { toast } from "#client/ui/toast.ts";
import { texts } from "./texts.ts";

/** What a member asks the admins for: a role with a permission that they lack, or a seat. */
export type Wanted =
  { kind: "role"; permission: Permission } | { kind: "seat" };

const openAsk = verbDialog<{ wanted: Wanted }>(
  () => import("./ask-dialog.tsx"),
);

/**
 * Asks the admins for a role or a seat. If the user has asked already, it withdraws the request. It is hidden in a view
 * as another role, which cannot change anything.
 */
export function AskButton(props: { wanted: Wanted; size?: "sm" }) {
  const { slug, user } = useOrganization();
  const requests = api.requests.list.useQuery(
    () => ({ org: slug() }),
    () => ({ enabled: view === undefined }),
  );
  const open = () =>
    requests.isSuccess
      ? requests.data.items.find(
          (request) =>
            request.user.id === user().id && request.kind === props.wanted.kind,
        )
      : undefined;
  const withdraw = api.requests.withdraw.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: () => {
      toast.success(texts().withdrawn);
    },
    onError: (error) => toastProblem(texts().notWithdrawn, error),
    onSettled: () => void api.requests.invalidate(),
  }));
  return (
    <Show when={requests.isSuccess && view === undefined}>
      <Show
        when={open()}
        fallback={
          <Button
            size={props.size}
            variant={props.size ? undefined : "primary"}
            onClick={() => openAsk({ wanted: props.wanted })}
          >
            {texts().ask[props.wanted.kind]}
          </Button>
        }
      >
        {(request) => (
          <span class="flex flex-wrap items-center justify-center gap-2">
            <span class="text-sm">{texts().asked}</span>
            <Button
              size={props.size}
              pending={withdraw.isPending}
              onClick={() => withdraw.mutate({ org: slug(), id: request().id })}
            >
              {texts().withdraw}
            </Button>
          </span>
        )}
      </Show>
    </Show>
  );
}
