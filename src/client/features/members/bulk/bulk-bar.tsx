import X from "lucide-solid/icons/x";
import { For, Show } from "solid-js";
import { useOrganization } from "#client/session/organization.tsx";
import { Button } from "#client/ui/button.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";
import type { Selection } from "#client/ui/selection.ts";
import type { Member } from "../member.ts";
import { texts } from "./texts.ts";

export type BulkAction = "changeRole" | "suspend" | "reactivate" | "remove";

/** Actions for the selected members, in a bar at the bottom of the list. */
export function BulkBar(props: {
  selection: Selection<Member>;
  onAct: (action: BulkAction) => void;
}) {
  const { can } = useOrganization();
  const count = () => props.selection.rows().length;
  const hasSuspended = () =>
    props.selection.rows().some(({ suspendedAt }) => suspendedAt !== null);
  const hasActive = () =>
    props.selection.rows().some(({ suspendedAt }) => suspendedAt === null);
  const offered = (): BulkAction[] => [
    ...(can("member:update") ? (["changeRole"] as const) : []),
    ...(can("member:update") && hasActive() ? (["suspend"] as const) : []),
    ...(can("member:update") && hasSuspended()
      ? (["reactivate"] as const)
      : []),
    ...(can("member:remove") ? (["remove"] as const) : []),
  ];
  return (
    <>
      <span role="status" class="sr-only">
        {count() > 0 ? texts().selected(count()) : ""}
      </span>
      <Show when={count() > 0}>
        <div
          role="group"
          aria-label={texts().bar}
          class="sticky bottom-4 z-30 mx-auto mt-4 flex w-max max-w-full flex-wrap items-center gap-1.5 rounded-lg border border-line-strong bg-raised py-1.5 pr-1.5 pl-3.5 text-sm shadow-pop"
        >
          <span class="mr-1 font-medium tabular-nums">
            {texts().selected(count())}
          </span>
          <For each={offered()}>
            {(action) => (
              <Button size="sm" onClick={() => props.onAct(action)}>
                {texts().actions[action]}
              </Button>
            )}
          </For>
          <IconButton
            size="sm"
            label={texts().clear}
            onClick={() => props.selection.clear()}
          >
            <X size={14} />
          </IconButton>
        </div>
      </Show>
    </>
  );
}
