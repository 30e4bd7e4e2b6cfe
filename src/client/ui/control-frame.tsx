import { type JSX, splitProps } from "solid-js";
import { cx } from "./cx.ts";

export type ControlSize = "md" | "lg";

export interface ControlFrameProps extends JSX.HTMLAttributes<HTMLDivElement> {
  size?: ControlSize | undefined;
  invalid?: boolean;
}

/** The frame around a text control, with room for prefixes and buttons. */
export function ControlFrame(props: ControlFrameProps) {
  const [own, rest] = splitProps(props, ["size", "invalid", "class"]);
  return (
    <div {...rest} class={cx(frameLook(own.size, own.invalid), own.class)} />
  );
}

/** Returns the classes of the frame, for a control that is a single element. */
export function frameLook(size: ControlSize = "md", invalid = false): string {
  return cx(
    "flex w-full items-center rounded-md border bg-raised text-ink shadow-xs transition-colors has-disabled:bg-sunken has-disabled:text-muted has-[input[readonly]]:bg-sunken has-[input[readonly]]:text-muted",
    "has-[input:focus-visible,textarea:focus-visible]:outline-2 has-[input:focus-visible,textarea:focus-visible]:-outline-offset-1 has-[input:focus-visible,textarea:focus-visible]:outline-focus",
    invalid ? "border-danger" : "border-control",
    size === "lg" ? "min-h-10 text-base" : "min-h-8 text-sm",
    "pointer-coarse:min-h-11.5 pointer-coarse:text-lg",
  );
}

/** The classes of an `<input>` inside a frame. The frame draws the outline and the background. */
export const BARE_INPUT =
  "min-w-0 flex-1 self-stretch rounded-md bg-transparent px-2.5 outline-none disabled:cursor-not-allowed";
