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
  /** Something is under way that this button started; it cannot be pressed meanwhile and keeps the focus. */
  pending?: boolean;
  /** Why it cannot be pressed now, in a sentence. It stays reachable by keyboard, so that the reason can be read. */
  blocked?: string | undefined;
  title?: string | undefined;
  /** When it returns a promise, the button is pending until that settles. */
  onClick?:
    | ((event: Press) => unknown)
    | JSX.EventHandlerUnion<HTMLButtonElement, MouseEvent>;
}

/**
 * The behaviour of every button: it cannot be pressed twice, shows that it is busy, and gives the reason when it is
 * blocked. Uses `aria-disabled`, since a `disabled` button drops the focus and hides its reason.
 *
 * @returns whether it is busy, and the attributes for the `<button>`
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
