import { useIsRouting, useLocation } from "@solidjs/router";
import { createEffect } from "solid-js";
import { pageTitle } from "#client/ui/page-title.ts";

/**
 * After a change of page: moves the focus to its content and says its title.
 * Tabs, filters and pages of a list live in the query and leave the focus where it is.
 */
export function RouteAnnouncer() {
  const location = useLocation();
  const isRouting = useIsRouting();

  let shown: string | undefined;
  createEffect(() => {
    // While a page is on its way, the address is not yet the one that is shown.
    if (isRouting()) return;
    const { pathname } = location;
    if (shown !== undefined && shown !== pathname) focusMain();
    shown = pathname;
  });
  return (
    <div role="status" class="sr-only">
      {pageTitle()}
    </div>
  );
}

function focusMain(): void {
  document.getElementById("main")?.focus({ preventScroll: true });
}
