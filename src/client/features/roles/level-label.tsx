import { Show } from "solid-js";
import type { Permission } from "#shared/permissions.ts";
import { cx } from "#client/ui/cx.ts";
import { countHeld, type Level, levelOf } from "./levels.ts";
import type { PermissionGroup } from "./permission-labels.ts";
import { texts } from "./texts.ts";

const LOOKS: Record<Level, string> = {
  none: "text-subtle",
  view: "text-ink",
  custom: "text-ink",
  manage: "font-medium text-accent-ink",
};

/** Says how much of a resource a role can use. */
export function LevelLabel(props: {
  group: PermissionGroup;
  permissions: readonly Permission[];
}) {
  const level = () => levelOf(props.group, props.permissions);
  const counts = () => countHeld(props.group, props.permissions);
  return (
    <span class={cx("whitespace-nowrap", LOOKS[level()])}>
      {texts().levels[level()]}
      <Show when={level() === "custom"}>
        <span class="block text-xs text-muted">
          {texts().matrix.some(counts().held, counts().of)}
        </span>
      </Show>
    </span>
  );
}
