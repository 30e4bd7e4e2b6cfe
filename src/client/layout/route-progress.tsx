import { useIsRouting } from "@solidjs/router";
import { Show } from "solid-js";
import { createDelayed } from "#client/ui/delayed.ts";

/**
 * A progress line at the top of the window while the next page is loading. The current page stays visible meanwhile.
 */
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
