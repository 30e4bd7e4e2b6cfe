import { useIsRouting } from "@solidjs/router";
import { Show } from "solid-js";
import { createDelayed } from "#client/ui/delayed.ts";

/** A line at the upper edge while the next page is under way; the present one stays meanwhile. */
export function RouteProgress() {
  const isRouting = useIsRouting();
  return (
    <Show when={isRouting()}>
      <Line />
    </Show>
  );
}

function Line() {
  const isDue = createDelayed();
  return (
    <Show when={isDue()}>
      <div class="fixed inset-x-0 top-0 z-60 h-0.5 animate-pulse bg-accent" />
    </Show>
  );
}
