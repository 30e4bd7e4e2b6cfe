import ChevronRight from "lucide-solid/icons/chevron-right";
import { createSignal, createUniqueId, For, Show } from "solid-js";
import type { Permission } from "#shared/permissions.ts";
import { useOrganization } from "#sdk/solid.ts";
import { cx } from "#client/ui/cx.ts";
import { type Segment, Segments } from "#client/ui/segments.tsx";
import { LevelLabel } from "./level-label.tsx";
import {
  countHeld,
  type Level,
  levelOf,
  type LevelProblem,
  levelsOf,
  withLevel,
} from "./levels.ts";
import { PermissionChecks } from "./permission-checks.tsx";
import {
  PERMISSION_GROUPS,
  permissionLabel,
  type PermissionGroup,
  resourceLabel,
} from "./permission-labels.ts";
import { type Role, nameOf } from "./role.ts";
import { texts } from "./texts.ts";

/** The classes of a row, which is a block with two lines on a phone. */
const ROW =
  "border-t border-line align-top max-sm:grid max-sm:grid-cols-1 max-sm:gap-1.5 max-sm:px-5 max-sm:py-3";
const CELL = "px-3 py-2 text-left first:pl-5 last:pr-5 max-sm:p-0!";

/**
 * The access of a role to each resource, to be edited: a row for each resource, with its level, the single permissions
 * folded inside, and the level of another role to compare with.
 */
export function AccessTable(props: {
  value: readonly Permission[];
  /** The role to compare with. */
  compared: Role;
  onChange: (permissions: Permission[]) => void;
}) {
  return (
    <table role="table" class="w-full text-sm max-sm:block">
      <caption class="sr-only">{texts().access.caption}</caption>
      <thead role="rowgroup" class="max-sm:sr-only">
        <tr role="row" class="text-left text-xs text-muted">
          <th role="columnheader" scope="col" class={cx(CELL, "font-medium")}>
            {texts().matrix.resource}
          </th>
          <th role="columnheader" scope="col" class={cx(CELL, "font-medium")}>
            {texts().access.thisRole}
          </th>
          <th role="columnheader" scope="col" class={cx(CELL, "font-medium")}>
            <bdi class="line-clamp-2 max-w-28 break-words">
              {nameOf(props.compared)}
            </bdi>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" class="max-sm:block">
        <For each={PERMISSION_GROUPS}>
          {(group) => <AccessRow group={group} {...props} />}
        </For>
      </tbody>
    </table>
  );
}

function AccessRow(props: {
  group: PermissionGroup;
  value: readonly Permission[];
  compared: Role;
  onChange: (permissions: Permission[]) => void;
}) {
  const { can } = useOrganization();
  const labelId = createUniqueId();
  const foldId = createUniqueId();
  const [isOpen, setOpen] = createSignal(false);
  // After the user has chosen `Custom`, the row stays so, whatever single permissions they check.
  const [isCustom, setCustom] = createSignal(false);
  const level = (): Level =>
    isCustom() ? "custom" : levelOf(props.group, props.value);
  const choose = (next: Level) => {
    setCustom(next === "custom");
    if (next === "custom") setOpen(true);
    else props.onChange(changeTo(next).permissions);
  };
  const changeTo = (next: Exclude<Level, "custom">) =>
    withLevel(props.group, props.value, next, can);
  const segments = (): Segment<Level>[] =>
    levelsOf(props.group).map((value) => ({
      value,
      label: texts().levels[value],
      blocked:
        value === "custom" || value === level()
          ? undefined
          : inWords(changeTo(value).problem),
    }));
  const counts = () => countHeld(props.group, props.value);
  return (
    <>
      <tr role="row" class={ROW}>
        <th role="rowheader" scope="row" class={cx(CELL, "font-normal")}>
          <button
            type="button"
            aria-expanded={isOpen()}
            aria-controls={foldId}
            onClick={() => setOpen(!isOpen())}
            class="-ml-1 inline-flex min-h-8 items-center gap-1 rounded-sm text-left font-medium hover:text-accent-ink pointer-coarse:min-h-11"
          >
            <ChevronRight
              size={16}
              class={cx(
                "shrink-0 text-subtle transition-transform",
                isOpen() && "rotate-90",
              )}
            />
            <span>
              <span id={labelId}>{resourceLabel(props.group.resource)}</span>
              <span class="block text-xs font-normal text-muted">
                {texts().matrix.some(counts().held, counts().of)}
              </span>
            </span>
          </button>
        </th>
        <td role="cell" class={CELL}>
          <Segments
            labelledBy={labelId}
            segments={segments()}
            value={level()}
            onChange={choose}
          />
        </td>
        <td role="cell" class={cx(CELL, "max-sm:flex max-sm:gap-1 sm:pt-3")}>
          <span class="text-muted sm:hidden">
            <bdi>{nameOf(props.compared)}</bdi>:
          </span>
          <LevelLabel
            group={props.group}
            permissions={props.compared.permissions}
          />
        </td>
      </tr>
      <tr
        role="row"
        id={foldId}
        hidden={!isOpen()}
        class={cx(isOpen() && "max-sm:block")}
      >
        <td role="cell" colspan={3} class="px-5 pb-4 max-sm:block sm:pl-10">
          <fieldset>
            <legend class="sr-only">
              {resourceLabel(props.group.resource)}
            </legend>
            <Show when={isOpen()}>
              <PermissionChecks
                offered={props.group.permissions}
                value={props.value}
                onChange={props.onChange}
              />
            </Show>
          </fieldset>
        </td>
      </tr>
    </>
  );
}

function inWords(problem: LevelProblem | undefined): string | undefined {
  if (!problem) return undefined;
  return "notHeld" in problem
    ? texts().access.notHeld(problem.notHeld.map(permissionLabel))
    : texts().form.requiredBy(problem.requiredBy.map(permissionLabel));
}
