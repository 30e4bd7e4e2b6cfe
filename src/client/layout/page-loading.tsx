import { Show } from "solid-js";
import { createDelayed } from "#client/ui/delayed.ts";
import { Spinner } from "#client/ui/spinner.tsx";
import { texts } from "./texts.ts";

/**
 * Announces to screen readers that the first page is loading. Others see the frame of index.html meanwhile, or a
 * spinner if the URL has no frame. Both appear after 200 ms, so that a fast load shows none.
 */
export function PageLoading() {
  const isDue = createDelayed();
  return (
    <div
      role="status"
      class="grid min-h-[60dvh] place-items-center text-subtle"
    >
      <Show when={isDue()}>
        <span data-first-spinner>
          <Spinner class="size-6" />
        </span>
        <span class="sr-only">{texts().pageLoading.loading}</span>
      </Show>
    </div>
  );
}
