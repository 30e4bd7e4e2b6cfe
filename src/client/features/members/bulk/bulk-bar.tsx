import { For } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { SelectionBar } from "#client/ui/selection-bar.tsx";
import type { Selection } from "#client/ui/selection.ts";
import type { Member } from "../member.ts";
import { useSkipReason } from "./changeable.ts";
import { texts } from "./texts.ts";

export type BulkAction = "changeRole" | "suspend" | "reactivate" | "remove";

export function BulkBar(props: {
  selection: Selection<Member>;
  onAct: (action: BulkAction) => void;
}) {
  const { can } = useOrganization();
  const skipReason = useSkipReason();
  const rows = () => props.selection.rows();
  const skipped = () => rows().filter(skipReason);
  const note = () => {
    const [first] = skipped();
    if (!first) return undefined;
    return skipped().length === 1 && skipReason(first) === "YOURSELF"
      ? texts().notYourself
      : texts().skippedCount(skipped().length);
  };
  const hasSuspended = () =>
    rows().some(({ suspendedAt }) => suspendedAt !== null);
  const hasActive = () =>
    rows().some(({ suspendedAt }) => suspendedAt === null);
  const offered = (): BulkAction[] => [
    ...(can("member:update") ? (["changeRole"] as const) : []),
    ...(can("member:update") && hasActive() ? (["suspend"] as const) : []),
    ...(can("member:update") && hasSuspended()
      ? (["reactivate"] as const)
      : []),
    ...(can("member:remove") ? (["remove"] as const) : []),
  ];
  return (
    <SelectionBar
      label={texts().bar}
      count={rows().length}
      selected={texts().selected(rows().length)}
      note={note()}
      clearLabel={texts().clear}
      onClear={() => props.selection.clear()}
    >
      <For each={offered()}>
        {(action) => (
          <Button size="sm" onClick={() => props.onAct(action)}>
            {texts().actions[action]}
          </Button>
        )}
      </For>
    </SelectionBar>
  );
}
