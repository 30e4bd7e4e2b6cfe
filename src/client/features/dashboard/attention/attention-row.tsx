import { type JSX, Show } from "solid-js";
import { cx } from "#client/ui/cx.ts";
import { LinkButton } from "#client/ui/link-button.tsx";
import { TextLink } from "#client/ui/text-link.tsx";

export interface AttentionRowProps {
  icon: JSX.Element;
  tone: "warning" | "danger" | "info";
  children: JSX.Element;
  /** A second sentence, such as what happens next. */
  detail?: JSX.Element;
  /** The buttons with which the user settles the matter. */
  actions: JSX.Element;
}

const TONES = {
  warning: "text-warning-ink",
  danger: "text-danger-ink",
  info: "text-accent-ink",
};

/** One thing that waits for the user, with its action. */
export function AttentionRow(props: AttentionRowProps) {
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3 text-sm">
      <div class="flex min-w-0 flex-1 basis-72 items-start gap-3">
        <span class={cx("mt-0.5 shrink-0", TONES[props.tone])}>
          {props.icon}
        </span>
        <div class="min-w-0 break-words">
          <p class="font-medium">{props.children}</p>
          <Show when={props.detail}>
            {(detail) => <p class="text-muted">{detail()}</p>}
          </Show>
        </div>
      </div>
      <div class="flex shrink-0 gap-2 max-sm:w-full max-sm:pl-7">
        {props.actions}
      </div>
    </li>
  );
}

/** A link to the page where the user settles the matter. */
export function AttentionLink(props: {
  href: string;
  label: string;
  /** What the action is about, for screen readers. */
  about?: string;
}) {
  return (
    <LinkButton size="sm" href={props.href}>
      {props.label}
      <Show when={props.about}>
        {(about) => <span class="sr-only"> {about()}</span>}
      </Show>
    </LinkButton>
  );
}

/** A link to the page with all things of a kind, if the list shows only the first ones. */
export function MoreRow(props: {
  due: { count: number; first: readonly unknown[] };
  /** The link in words, for the number of things that are not shown. */
  label: (count: number) => string;
  href: string;
}) {
  const more = () => props.due.count - props.due.first.length;
  return (
    <Show when={more() > 0}>
      <li class="px-5 py-2.5 pl-12 text-sm">
        <TextLink href={props.href}>{props.label(more())}</TextLink>
      </li>
    </Show>
  );
}
