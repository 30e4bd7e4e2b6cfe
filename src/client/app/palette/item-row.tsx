import { Listbox } from "@ark-ui/solid/listbox";
import ChevronRight from "lucide-solid/icons/chevron-right";
import { For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { cx } from "#client/ui/cx.ts";
import { Kbd } from "#client/ui/kbd.tsx";
import { POPUP_ROW } from "#client/ui/popup-look.ts";
import { isThing, type Item } from "./items.ts";

export interface ItemRowProps {
  item: Item;
  /** Whether the row is the first one of its group. */
  isFirst: boolean;
  /** Shows the verbs of the row's thing. */
  onEnter: () => void;
}

export function ItemRow(props: ItemRowProps) {
  return (
    <>
      <Show when={props.isFirst}>
        <p
          aria-hidden="true"
          class="px-2 pt-2 pb-1 text-xs font-medium text-subtle"
        >
          {props.item.group}
        </p>
      </Show>
      <Listbox.Item
        item={props.item}
        highlightOnHover
        class={cx(
          POPUP_ROW,
          props.item.isInside && "pl-8",
          props.item.tone === "danger" &&
            "text-danger-ink data-highlighted:bg-danger-soft",
        )}
      >
        <span
          class={cx(
            "w-4 shrink-0",
            props.item.tone !== "danger" && "text-subtle",
          )}
        >
          <Dynamic component={props.item.icon} size={16} />
        </span>
        <Listbox.ItemText class="min-w-0 flex-1">
          <bdi class="block truncate text-left">{props.item.label}</bdi>
        </Listbox.ItemText>
        <Show when={props.item.detail}>
          <bdi class="min-w-0 truncate text-xs text-muted">
            {props.item.detail}
          </bdi>
        </Show>
        <Show when={props.item.shortcut}>
          {(keys) => (
            <span class="flex gap-1 max-sm:hidden" aria-hidden="true">
              <For each={keys()}>{(key) => <Kbd>{key}</Kbd>}</For>
            </span>
          )}
        </Show>
        <Show when={isThing(props.item)}>
          {/* For the pointer; the keyboard has Tab and the right arrow key. */}
          <span
            aria-hidden="true"
            class="-my-1.5 -mr-2 flex items-center self-stretch rounded-sm px-2 text-subtle hover:text-ink pointer-coarse:px-3.5"
            onClick={(event) => {
              event.stopPropagation();
              props.onEnter();
            }}
          >
            <ChevronRight size={14} />
          </span>
        </Show>
      </Listbox.Item>
    </>
  );
}
