import { Menu as ArkMenu } from "@ark-ui/solid/menu";
import type { JSX } from "solid-js";
import { cx } from "./cx.ts";
import { POPUP } from "./popup-look.ts";

export interface MenuProps {
  /** Renders the button that opens the menu. Spread the given attributes onto a `Button` or `IconButton`. */
  trigger: (
    attributes: JSX.ButtonHTMLAttributes<HTMLButtonElement>,
  ) => JSX.Element;
  /** The content of the menu: `MenuItem`, `MenuLink`, `MenuChoice` and `MenuSeparator`. */
  children: JSX.Element;
  placement?: "bottom-start" | "bottom-end" | "top-start" | "top-end";
  class?: string;
}

/**
 * A menu of actions behind a button. Arrow keys move, letters search, and Escape closes the menu and returns the
 * focus.
 */
export function Menu(props: MenuProps) {
  return (
    <ArkMenu.Root
      positioning={{
        placement: props.placement ?? "bottom-end",
        gutter: 4,
        strategy: "fixed",
      }}
      lazyMount
      unmountOnExit
    >
      <ArkMenu.Trigger asChild={(trigger) => props.trigger(trigger())} />
      <ArkMenu.Positioner>
        <ArkMenu.Content
          class={cx(
            POPUP,
            "max-h-(--available-height) max-w-80 min-w-48 overflow-y-auto",
            props.class,
          )}
        >
          {props.children}
        </ArkMenu.Content>
      </ArkMenu.Positioner>
    </ArkMenu.Root>
  );
}
