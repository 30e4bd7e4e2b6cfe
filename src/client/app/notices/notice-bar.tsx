import X from "lucide-solid/icons/x";
import { type JSX, Show } from "solid-js";
import { cx } from "#client/ui/cx.ts";
import { IconButton } from "#client/ui/icon-button.tsx";

export interface NoticeBarProps {
  /** The accessible name of the notice. */
  label: string;
  tone: "accent" | "warning" | "danger";
  icon: JSX.Element;
  children: JSX.Element;
  /** Whether the notice stays at the top of the window when the page scrolls. */
  isSticky?: boolean;
  /** A button at the end of the notice. */
  action?: JSX.Element;
  /** Adds a button that hides the notice. */
  dismiss?: { label: string; onDismiss: () => void };
}

const TONES = {
  accent: "border-accent-line bg-accent-soft text-accent-ink",
  warning: "border-warning-line bg-warning-soft text-warning-ink",
  danger: "border-danger-line bg-danger-soft text-danger-ink",
};

/** A notice that takes one line above the pages of an organization. */
export function NoticeBar(props: NoticeBarProps) {
  return (
    <section
      aria-label={props.label}
      class={cx(
        "border-b print:hidden",
        props.isSticky && "sticky top-0 z-20",
        TONES[props.tone],
      )}
    >
      <div class="mx-auto flex max-w-6xl items-start gap-2.5 py-1.5 pr-2 pl-4 text-sm sm:items-center sm:pr-4 sm:pl-6">
        <span class="mt-1.5 shrink-0 sm:mt-0">{props.icon}</span>
        <p class="min-w-0 flex-1 py-1 break-words">{props.children}</p>
        {props.action}
        <Show when={props.dismiss}>
          {(dismiss) => (
            <IconButton
              label={dismiss().label}
              size="sm"
              onClick={() => dismiss().onDismiss()}
            >
              <X size={16} />
            </IconButton>
          )}
        </Show>
      </div>
    </section>
  );
}
