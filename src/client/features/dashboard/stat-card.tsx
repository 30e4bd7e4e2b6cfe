import ArrowUpRight from "lucide-solid/icons/arrow-up-right";
import { Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { texts } from "./texts.ts";

/** Shows a number with a link to the list of the counted items. */
export function StatCard(props: {
  label: string;
  /** The number as text; undefined if it is not available. */
  value: string | undefined;
  detail?: string | undefined;
  /** The path of the list with the counted items; undefined if the user cannot view the list. */
  href?: string | undefined;
}) {
  return (
    <Dynamic
      component={props.href ? "a" : "div"}
      href={props.href}
      class="group rounded-lg border border-line bg-surface p-4 shadow-xs [a&]:hover:border-line-strong max-sm:px-4 max-sm:py-3"
    >
      <span class="flex items-center justify-between gap-2 text-sm text-muted">
        {props.label}
        <Show when={props.href}>
          <ArrowUpRight
            size={16}
            class="text-subtle opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100 max-sm:hidden"
          />
        </Show>
      </span>
      <span class="mt-1 block text-2xl font-semibold tracking-tight tabular-nums">
        <Show
          when={props.value}
          fallback={
            <span class="text-base text-muted">
              {texts().totals.unavailable}
            </span>
          }
        >
          {props.value}
        </Show>
      </span>
      <span class="block text-sm text-muted empty:hidden">{props.detail}</span>
    </Dynamic>
  );
}
