import { useIsRouting, useLocation } from "@solidjs/router";
import { createEffect, on } from "solid-js";
import { pageTitle } from "../ui/page-title.ts";

/**
 * After a change of page: moves the focus to its content and says its title.
 * Tabs, filters and pages of a list live in the query and leave the focus where it is.
 */
export function RouteAnnouncer() {
  const location = useLocation();
  const isRouting = useIsRouting();

  createEffect(
    on(
      () => !isRouting() && location.pathname,
      (path, previous) => {
        if (path && previous !== undefined) focusMain();
      },
      { defer: true },
    ),
  );
  return (
    <div role="status" class="sr-only">
      {pageTitle()}
    </div>
  );
}

function focusMain(): void {
  document.getElementById("main")?.focus({ preventScroll: true });
}
