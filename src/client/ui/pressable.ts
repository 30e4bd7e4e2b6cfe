import { type Accessor, type JSX, splitProps, useContext } from "solid-js";
import { FormContext } from "./form-context.ts";
import { createPending } from "./pending.ts";

type Press = MouseEvent & {
  currentTarget: HTMLButtonElement;
  target: Element;
};

export interface PressableProps extends Omit<
  JSX.ButtonHTMLAttributes<HTMLButtonElement>,
  "onClick" | "disabled" | "title"
> {
  /** An action of this button is running. The button cannot be pressed and keeps the focus. */
  pending?: boolean;
  /**
   * Why the button cannot be pressed now, as a sentence. The button stays reachable by keyboard, so that the reason
   * can be read.
   */
  blocked?: string | undefined;
  title?: string | undefined;
  /** If it returns a promise, the button is pending until that settles. */
  onClick?:
    | ((event: Press) => unknown)
    | JSX.EventHandlerUnion<HTMLButtonElement, MouseEvent>;
}

/**
 * The behaviour of all buttons: not pressed twice, pending, and blocked with a reason. Uses `aria-disabled`, because
 * a `disabled` button loses the focus and hides its reason.
 *
 * @returns whether it is pending, and the attributes of the `<button>`
 */
export function createPressable(props: PressableProps) {
  const [own, rest] = splitProps(props, [
    "pending",
    "blocked",
    "title",
    "type",
    "onClick",
  ]);
  const form = useContext(FormContext);
  const [press, isRunning] = createPending((event: Press) =>
    handle(own.onClick, event),
  );

  const isSubmitting = () =>
    own.type === "submit" && (form?.isPending() ?? false);
  const isBusy: Accessor<boolean> = () =>
    own.pending || isRunning() || isSubmitting();

  const attributes = {
    get type() {
      return own.type ?? "button";
    },
    get title() {
      return own.blocked ?? own.title;
    },
    get "aria-description"() {
      return own.blocked;
    },
    get "aria-disabled"() {
      return isBusy() || own.blocked ? ("true" as const) : undefined;
    },
    get "aria-busy"() {
      return isBusy() ? ("true" as const) : undefined;
    },
    onClick(event: Press) {
      if (isBusy() || own.blocked) event.preventDefault();
      else void press(event);
    },
  };
  return { isBusy, attributes, rest };
}

function handle(handler: PressableProps["onClick"], event: Press): unknown {
  if (typeof handler === "function") return handler(event);
  return handler?.[0](handler[1], event);
}
