import { useIsRouting, useLocation } from "@solidjs/router";
import { createEffect } from "solid-js";
import { pageTitle } from "#client/ui/page-title.ts";

/**
 * After navigation, moves the focus to the page's content and announces its title. A page may focus a field itself.
 * Changes of the query, such as tabs and filters, leave the focus where it is.
 */
export function RouteAnnouncer() {
  const location = useLocation();
  const isRouting = useIsRouting();

  let shown: string | undefined;
  let focusBefore: Element | null = null;
  createEffect(() => {
    // While the next page is loading, the URL is already new, but the previous page is still visible.
    if (isRouting()) {
      focusBefore = document.activeElement;
      return;
    }
    const { pathname } = location;
    if (shown !== undefined && shown !== pathname) focusMain(focusBefore);
    shown = pathname;
  });
  return (
    <div role="status" class="sr-only">
      {pageTitle()}
    </div>
  );
}

function focusMain(focusBefore: Element | null): void {
  const { activeElement } = document;
  const isFieldOfPage =
    activeElement instanceof HTMLInputElement && activeElement !== focusBefore;
  if (!isFieldOfPage)
    document.getElementById("main")?.focus({ preventScroll: true });
}
