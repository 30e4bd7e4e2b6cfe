import type { JSX } from "solid-js";
import type { Tone } from "./callout.tsx";
import { cx } from "./cx.ts";

export type BadgeTone = "neutral" | Tone;

const TONES: Record<BadgeTone, string> = {
  neutral: "border-line bg-sunken text-muted",
  info: "border-accent-line bg-accent-soft text-accent-ink",
  success: "border-success-line bg-success-soft text-success-ink",
  warning: "border-warning-line bg-warning-soft text-warning-ink",
  danger: "border-danger-line bg-danger-soft text-danger-ink",
};

/** A small label that shows a state or a role in one word. */
export function Badge(props: {
  tone?: BadgeTone;
  class?: string;
  children: JSX.Element;
}) {
  return (
    <span
      class={cx(
        "inline-flex h-5 items-center gap-1 rounded-md border px-1.5 text-xs font-medium whitespace-nowrap",
        TONES[props.tone ?? "neutral"],
        props.class,
      )}
    >
      {props.children}
    </span>
  );
}
