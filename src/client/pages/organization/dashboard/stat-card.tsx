import ArrowUpRight from "lucide-solid/icons/arrow-up-right";
import { Show } from "solid-js";

/** A number and the way to the list behind it. */
export function StatCard(props: {
  label: string;
  /** Absent when the list could not be read. */
  value: string | undefined;
  detail?: string | undefined;
  href: string;
}) {
  return (
    <a
      href={props.href}
      class="group rounded-lg border border-line bg-surface p-5 shadow-xs hover:border-line-strong max-sm:flex max-sm:items-center max-sm:gap-2 max-sm:px-4 max-sm:py-2.5"
    >
      <span class="flex items-center justify-between gap-2 text-sm text-muted max-sm:mr-auto">
        {props.label}
        <ArrowUpRight
          size={16}
          class="text-subtle opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100 max-sm:hidden"
        />
      </span>
      <span class="mt-1 block text-2xl font-semibold tracking-tight tabular-nums max-sm:order-last max-sm:mt-0 max-sm:text-xl">
        <Show
          when={props.value}
          fallback={<span class="text-base text-muted">Not available</span>}
        >
          {props.value}
        </Show>
      </span>
      <span class="block text-sm text-muted empty:hidden">{props.detail}</span>
    </a>
  );
}
