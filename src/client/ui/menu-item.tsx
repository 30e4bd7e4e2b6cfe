import { Menu } from "@ark-ui/solid/menu";
import Check from "lucide-solid/icons/check";
import { createUniqueId, type JSX, Show } from "solid-js";
import { cx } from "./cx.ts";
import { POPUP_ROW } from "./popup-look.ts";

export interface MenuItemProps {
  children: JSX.Element;
  icon?: JSX.Element;
  tone?: "danger";
  /** Why it cannot be chosen now; shown under the words. */
  blocked?: string | undefined;
  onSelect: () => void;
}

/** An action in a `Menu`. */
export function MenuItem(props: MenuItemProps) {
  return (
    <Menu.Item
      value={createUniqueId()}
      disabled={Boolean(props.blocked)}
      onSelect={() => props.onSelect()}
      class={cx(
        POPUP_ROW,
        props.tone === "danger" &&
          !props.blocked &&
          "text-danger-ink data-highlighted:bg-danger-soft",
      )}
    >
      <Icon tone={props.tone}>{props.icon}</Icon>
      <span class="min-w-0 flex-1">
        <span class={cx("block truncate", props.blocked && "text-subtle")}>
          {props.children}
        </span>
        <Show when={props.blocked}>
          <span class="block text-xs text-muted">{props.blocked}</span>
        </Show>
      </span>
    </Menu.Item>
  );
}

/** A page one can go to, in a `Menu`. */
export function MenuLink(props: {
  href: string;
  icon?: JSX.Element;
  children: JSX.Element;
}) {
  return (
    <Menu.Item
      value={createUniqueId()}
      asChild={(item) => (
        <a href={props.href} {...item()} class={POPUP_ROW}>
          <Icon>{props.icon}</Icon>
          <span class="min-w-0 flex-1 truncate">{props.children}</span>
        </a>
      )}
    />
  );
}

/** One of several exclusive choices, in a `Menu`. */
export function MenuChoice(props: {
  checked: boolean;
  icon?: JSX.Element;
  onSelect: () => void;
  children: JSX.Element;
}) {
  return (
    <Menu.CheckboxItem
      value={createUniqueId()}
      type="radio"
      checked={props.checked}
      closeOnSelect={false}
      onCheckedChange={() => props.onSelect()}
      class={POPUP_ROW}
    >
      <Icon>{props.icon}</Icon>
      <Menu.ItemText class="min-w-0 flex-1 truncate">
        {props.children}
      </Menu.ItemText>
      <Menu.ItemIndicator>
        <Check size={16} />
      </Menu.ItemIndicator>
    </Menu.CheckboxItem>
  );
}

/** A line between groups of a `Menu`. */
export function MenuSeparator() {
  return <Menu.Separator class="-mx-1 my-1 h-px border-0 bg-line" />;
}

function Icon(props: { tone?: "danger" | undefined; children?: JSX.Element }) {
  return (
    <Show when={props.children}>
      <span class={cx("shrink-0", props.tone !== "danger" && "text-subtle")}>
        {props.children}
      </span>
    </Show>
  );
}
