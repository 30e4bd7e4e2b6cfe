import { useIsRouting, useLocation } from "@solidjs/router";
import { createEffect } from "solid-js";
import { pageTitle } from "#client/ui/page-title.ts";

/**
 * After navigation, moves the focus to the page's content and announces its title. Changes of the query, such as tabs
 * and filters, leave the focus where it is.
 */
export function RouteAnnouncer() {
  const location = useLocation();
  const isRouting = useIsRouting();

  let shown: string | undefined;
  createEffect(() => {
    // While the next page is loading, the URL is already new, but the previous page is still visible.
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
