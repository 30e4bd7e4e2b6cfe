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
  /** Whether an action of this button is running. Meanwhile the button cannot be pressed, but keeps the focus. */
  pending?: boolean;
  /**
   * The reason why the button cannot be pressed now, as a sentence. The keyboard can still reach the button, so that
   * the user can read the reason.
   */
  blocked?: string | undefined;
  title?: string | undefined;
  /** If this function returns a promise, the button is pending until the promise settles. */
  onClick?:
    | ((event: Press) => unknown)
    | JSX.EventHandlerUnion<HTMLButtonElement, MouseEvent>;
}

/**
 * The behaviour of all buttons: a button cannot be pressed twice, can be pending, and can be blocked with a reason.
 * Uses `aria-disabled`, because a `disabled` button loses the focus and hides its reason.
 *
 * @returns whether the button is pending, and the attributes of its `<button>`
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
