import { Show } from "solid-js";
import { createDelayed } from "#client/ui/delayed.ts";
import { Spinner } from "#client/ui/spinner.tsx";
import { texts } from "./texts.ts";

/**
 * Fills the space of the first page while that page is loading. The spinner appears after 200 ms, so that a fast load
 * shows none.
 */
export function PageLoading() {
  const isDue = createDelayed();
  return (
    <div
      role="status"
      class="grid min-h-[60dvh] place-items-center text-subtle"
    >
      <Show when={isDue()}>
        <Spinner class="size-6" />
        <span class="sr-only">{texts().pageLoading.loading}</span>
      </Show>
    </div>
  );
}
