import CircleAlert from "lucide-solid/icons/circle-alert";
import CircleCheck from "lucide-solid/icons/circle-check";
import Info from "lucide-solid/icons/info";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import { type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { cx } from "./cx.ts";

export type Tone = "info" | "success" | "warning" | "danger";

export interface CalloutProps {
  tone?: Tone;
  title?: string;
  children?: JSX.Element;
  /** A button or link at the end of the message that solves the problem. */
  action?: JSX.Element;
  class?: string;
}

const LOOKS: Record<Tone, { box: string; icon: string; Icon: typeof Info }> = {
  info: {
    box: "border-accent-line bg-accent-soft",
    icon: "text-accent-ink",
    Icon: Info,
  },
  success: {
    box: "border-success-line bg-success-soft",
    icon: "text-success-ink",
    Icon: CircleCheck,
  },
  warning: {
    box: "border-warning-line bg-warning-soft",
    icon: "text-warning-ink",
    Icon: TriangleAlert,
  },
  danger: {
    box: "border-danger-line bg-danger-soft",
    icon: "text-danger-ink",
    Icon: CircleAlert,
  },
};

/**
 * A message in the page. Screen readers announce a `danger` message at once, and other messages after the current
 * speech.
 */
export function Callout(props: CalloutProps) {
  const look = () => LOOKS[props.tone ?? "info"];
  return (
    <div
      role={props.tone === "danger" ? "alert" : "status"}
      class={cx(
        "flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg border px-3.5 py-3 text-sm",
        look().box,
        props.class,
      )}
    >
      <Dynamic
        component={look().Icon}
        size={16}
        class={cx("mt-0.5 shrink-0", look().icon)}
      />
      <div class="min-w-0 flex-1 basis-48">
        <Show when={props.title}>
          <p class="font-medium">{props.title}</p>
        </Show>
        <div class={cx(props.title && "text-muted")}>{props.children}</div>
      </div>
      {props.action}
    </div>
  );
}
