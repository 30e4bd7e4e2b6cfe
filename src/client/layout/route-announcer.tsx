import { useCurrentMatches, useIsRouting, useLocation } from "@solidjs/router";
import { createEffect } from "solid-js";
import { pageTitle } from "#client/ui/page-title.ts";

/** The `info` of the definition of a route that opens above the page of its parent, such as a drawer. */
export const ABOVE_PAGE = { isAbovePage: true };

/**
 * After navigation, moves the focus to the page's content and announces its title. A page may focus a field itself.
 * Changes of the query, such as tabs and filters, leave the focus where it is.
 */
export function RouteAnnouncer() {
  const page = usePagePath();
  const isRouting = useIsRouting();

  let shown: string | undefined;
  let focusBefore: Element | null = null;
  createEffect(() => {
    // While the next page is loading, the URL is already new, but the previous page is still visible.
    if (isRouting()) {
      focusBefore = document.activeElement;
      return;
    }
    const path = page();
    if (shown !== undefined && shown !== path) focusMain(focusBefore);
    shown = path;
  });
  return (
    <div role="status" class="sr-only">
      {pageTitle()}
    </div>
  );
}

/** Returns the path of the page, also while something with its own path is open above it and has the focus. */
function usePagePath(): () => string {
  const location = useLocation();
  const matches = useCurrentMatches();
  return () => {
    const [page, above] = matches().slice(-2);
    return page && above?.route.info === ABOVE_PAGE
      ? page.path
      : location.pathname;
  };
}

function focusMain(focusBefore: Element | null): void {
  const { activeElement } = document;
  const isFieldOfPage =
    activeElement instanceof HTMLInputElement && activeElement !== focusBefore;
  // A dialog that a page opens at once has already taken the focus.
  const isInDialog = activeElement?.closest("[aria-modal=true]");
  if (!isFieldOfPage && !isInDialog)
    document.getElementById("main")?.focus({ preventScroll: true });
}
