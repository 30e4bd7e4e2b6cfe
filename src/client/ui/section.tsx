import { createUniqueId, type JSX, Show } from "solid-js";
import { cx } from "./cx.ts";

export interface SectionProps {
  title: string;
  description?: JSX.Element;
  children?: JSX.Element;
  /** The content of the footer: a hint on the left and an action on the right. */
  footer?: JSX.Element;
  /** The buttons beside the title. */
  actions?: JSX.Element;
  tone?: "default" | "danger";
  /** Whether the content reaches the edges of the card, for tables and lists. */
  flush?: boolean;
}

/** A card with a title about one subject and the actions for this subject. */
export function Section(props: SectionProps) {
  const id = createUniqueId();
  return (
    <section
      aria-labelledby={id}
      class={cx(
        "mb-6 overflow-hidden rounded-lg border bg-surface shadow-xs",
        props.tone === "danger" ? "border-danger-line" : "border-line",
      )}
    >
      <header
        class={cx(
          "flex flex-wrap items-center justify-between gap-3 px-5 pt-4",
          props.flush ? "pb-4" : "pb-3",
        )}
      >
        <div class="min-w-0">
          <h2 id={id} class="font-semibold break-words">
            {props.title}
          </h2>
          <Show when={props.description}>
            {(description) => <p class="text-sm text-muted">{description()}</p>}
          </Show>
        </div>
        {props.actions}
      </header>
      <Show when={props.children}>
        {(children) => (
          <div class={cx(props.flush ? "border-t border-line" : "px-5 pb-5")}>
            {children()}
          </div>
        )}
      </Show>
      <Show when={props.footer}>
        {(footer) => (
          <footer
            class={cx(
              "flex flex-wrap items-center justify-between gap-3 border-t px-5 py-3 text-sm text-muted",
              props.tone === "danger"
                ? "border-danger-line bg-danger-soft"
                : "border-line bg-canvas",
            )}
          >
            {footer()}
          </footer>
        )}
      </Show>
    </section>
  );
}
