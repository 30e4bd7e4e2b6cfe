import { Menu } from "@ark-ui/solid/menu";
import Check from "lucide-solid/icons/check";
import { createUniqueId, For, type JSX, Show } from "solid-js";
import { cx } from "./cx.ts";
import { POPUP_ROW } from "./popup-look.ts";

export interface MenuItemProps {
  children: JSX.Element;
  icon?: JSX.Element;
  tone?: "danger";
  /** The reason why the item cannot be chosen now, shown under its label. */
  blocked?: string | undefined;
  onSelect: () => void;
}

/** An action in a `Menu`. */
export function MenuItem(props: MenuItemProps) {
  const id = createUniqueId();
  return (
    <Menu.Item
      value={id}
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

/** A link to a page or a file in a `Menu`. */
export function MenuLink(props: {
  href: string;
  isDownload?: boolean;
  /** Whether the link leads out of the web app. */
  isExternal?: boolean;
  icon?: JSX.Element;
  children: JSX.Element;
}) {
  const id = createUniqueId();
  return (
    <Menu.Item
      value={id}
      asChild={(item) => (
        <a
          href={props.href}
          download={props.isDownload ? "" : undefined}
          rel={props.isExternal ? "external" : undefined}
          {...item()}
          class={POPUP_ROW}
        >
          <Icon>{props.icon}</Icon>
          <span class="min-w-0 flex-1 truncate">{props.children}</span>
        </a>
      )}
    />
  );
}

export interface MenuChoiceProps<Value extends string> {
  /** The accessible name of the group of choices. */
  label: string;
  options: readonly { value: Value; label: string; icon?: () => JSX.Element }[];
  value: Value;
  onChange: (value: Value) => void;
}

/**
 * A group of choices in a `Menu`, of which one is selected. The menu stays open after a choice, so that the user sees
 * its effect.
 */
export function MenuChoice<Value extends string>(
  props: MenuChoiceProps<Value>,
) {
  const choose = (value: string) => {
    const option = props.options.find((candidate) => candidate.value === value);
    if (option) props.onChange(option.value);
  };
  return (
    <Menu.RadioItemGroup
      value={props.value}
      onValueChange={(change) => choose(change.value)}
    >
      <Menu.ItemGroupLabel class="px-2 pt-1.5 pb-1 text-xs font-medium text-subtle">
        {props.label}
      </Menu.ItemGroupLabel>
      <For each={props.options}>
        {(option) => (
          <Menu.RadioItem
            value={option.value}
            closeOnSelect={false}
            class={POPUP_ROW}
          >
            <Icon>{option.icon?.()}</Icon>
            <Menu.ItemText class="min-w-0 flex-1 truncate">
              {option.label}
            </Menu.ItemText>
            <Menu.ItemIndicator>
              <Check size={16} />
            </Menu.ItemIndicator>
          </Menu.RadioItem>
        )}
      </For>
    </Menu.RadioItemGroup>
  );
}

/** A choice in a `Menu` that is on or off. The menu stays open, so that the user can change several. */
export function MenuCheck(props: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: JSX.Element;
}) {
  const id = createUniqueId();
  return (
    <Menu.CheckboxItem
      value={id}
      checked={props.checked}
      closeOnSelect={false}
      onCheckedChange={(checked) => props.onChange(checked)}
      class={POPUP_ROW}
    >
      <Menu.ItemText class="min-w-0 flex-1 truncate">
        {props.children}
      </Menu.ItemText>
      <Menu.ItemIndicator>
        <Check size={16} />
      </Menu.ItemIndicator>
    </Menu.CheckboxItem>
  );
}

/** Items of a `Menu` under a common label. */
export function MenuGroup(props: { label: string; children: JSX.Element }) {
  return (
    <Menu.ItemGroup>
      <Menu.ItemGroupLabel class="px-2 pt-1.5 pb-1 text-xs font-medium text-subtle">
        {props.label}
      </Menu.ItemGroupLabel>
      {props.children}
    </Menu.ItemGroup>
  );
}

export function MenuSeparator() {
  return <Menu.Separator class="-mx-1 my-1 h-px border-0 bg-line" />;
}

function Icon(props: { tone?: "danger" | undefined; children?: JSX.Element }) {
  return (
    <Show when={props.children}>
      {(children) => (
        <span class={cx("shrink-0", props.tone !== "danger" && "text-subtle")}>
          {children()}
        </span>
      )}
    </Show>
  );
}
