import { For, Show } from "solid-js";
import { cx } from "#client/ui/cx.ts";
import { changedFields } from "./changed-fields.ts";
import { ChangedValue } from "./changed-value.tsx";
import { type AuditChange, type NameOf, rowOf, textIn } from "./event.ts";
import { columnInWords } from "./field-labels.ts";
import { texts } from "./texts.ts";
import { texts as wordsTexts } from "./words/texts.ts";

const HEAD = "px-3 py-1.5 text-left text-xs font-medium text-muted";
const CELL = "px-3 py-1.5 align-top break-words";

/** Shows the changed fields of one database row before and after an event. */
export function ChangeTable(props: { change: AuditChange; nameOf: NameOf }) {
  const hasBefore = () => props.change.before !== null;
  const hasAfter = () => props.change.after !== null;
  return (
    <div class="overflow-hidden rounded-md border border-line bg-surface">
      <table class="w-full table-fixed text-sm">
        <caption class="border-b border-line px-3 py-1.5 text-left font-medium break-words">
          <ChangeTitle change={props.change} nameOf={props.nameOf} />
        </caption>
        <thead>
          <tr>
            <th scope="col" class={cx(HEAD, "w-1/4 max-sm:w-1/3")}>
              {texts().details.field}
            </th>
            <Show when={hasBefore()}>
              <th scope="col" class={HEAD}>
                {texts().details.before}
              </th>
            </Show>
            <Show when={hasAfter()}>
              <th scope="col" class={HEAD}>
                {texts().details.after}
              </th>
            </Show>
          </tr>
        </thead>
        <tbody>
          <For each={changedFields(props.change)}>
            {({ name, label, before, after }) => (
              <tr class="border-t border-line">
                <th
                  scope="row"
                  class={cx(CELL, "text-left font-normal text-muted")}
                >
                  {label}
                </th>
                <Show when={hasBefore()}>
                  <td class={CELL}>
                    <ChangedValue
                      field={name}
                      value={before}
                      nameOf={props.nameOf}
                    />
                  </td>
                </Show>
                <Show when={hasAfter()}>
                  <td class={CELL}>
                    <ChangedValue
                      field={name}
                      value={after}
                      nameOf={props.nameOf}
                    />
                  </td>
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

function ChangeTitle(props: { change: AuditChange; nameOf: NameOf }) {
  const kind = () => {
    const kinds: Record<string, string> = wordsTexts().kinds;
    return kinds[props.change.table] ?? columnInWords(props.change.table);
  };
  const name = () => {
    const row = rowOf(props.change);
    const userId = textIn(row, "userId");
    return (
      textIn(row, "name") ||
      textIn(row, "email") ||
      (userId && props.nameOf(userId))
    );
  };
  const verb = () => {
    if (props.change.before === null) return texts().details.added;
    return props.change.after === null
      ? texts().details.removed
      : texts().details.changed;
  };
  return (
    <>
      {kind()} <bdi>{name()}</bdi>{" "}
      <span class="font-normal text-muted">{verb()}</span>
    </>
  );
}
