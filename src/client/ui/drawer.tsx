import { Dialog as ArkDialog } from "@ark-ui/solid/dialog";
import X from "lucide-solid/icons/x";
import { type JSX, onCleanup, Suspense } from "solid-js";
import { Portal } from "solid-js/web";
import { createFocusReturn } from "./focus-return.ts";
import { IconButton } from "./icon-button.tsx";
import { createPageTitle } from "./page-title.ts";
import { texts } from "./texts.ts";

export interface DrawerProps {
  /** The name of what the drawer shows, and the title of the browser's tab. */
  title: string;
  /** The content of the header. It contains the `DrawerTitle`. */
  header: JSX.Element;
  /** Buttons in the upper corner, before the one that closes the drawer. */
  actions?: JSX.Element;
  onClose: () => void;
  children: JSX.Element;
}

/**
 * A panel at the right edge that shows one row of the list under it. It has a URL of its own, is open while it is
 * mounted, and closes with Back, Escape and a click outside. On a phone it covers the page.
 */
export function Drawer(props: DrawerProps) {
  createPageTitle(() => props.title);
  const focusReturn = createFocusReturn(() => true);
  let panel: HTMLElement | undefined;
  // The drawer is removed without closing first, which would return the focus.
  onCleanup(() => {
    const opener = focusReturn();
    setTimeout(() => {
      const { activeElement } = document;
      if (activeElement === document.body || panel?.contains(activeElement))
        // Nothing had the focus if the drawer opened together with the page.
        (opener === document.body
          ? document.getElementById("main")
          : opener
        )?.focus({ preventScroll: true });
    });
  });
  return (
    <ArkDialog.Root
      open
      onOpenChange={(change) => !change.open && props.onClose()}
      onInteractOutside={(event) => {
        // "Undo" in a toast undoes what the user has just done in the drawer.
        if (isInToast(event.detail.originalEvent)) event.preventDefault();
      }}
      // A dialog above the drawer can return the focus to a row that a live change has replaced since.
      onFocusOutside={(event) => event.preventDefault()}
      finalFocusEl={focusReturn}
      // The panel itself gets the focus, so that screen readers begin with its title.
      initialFocusEl={() => panel ?? null}
    >
      <Portal>
        <ArkDialog.Backdrop class="fixed inset-0 z-40 bg-backdrop data-[state=open]:animate-fade-in" />
        <ArkDialog.Positioner class="fixed inset-y-0 right-0 z-40 w-full sm:max-w-lg">
          <ArkDialog.Content class="flex h-full flex-col border-line-strong bg-surface shadow-dialog outline-none data-[state=open]:animate-drawer-in sm:border-l">
            <div
              ref={(element) => (panel = element)}
              tabindex="-1"
              class="flex min-h-0 flex-1 flex-col outline-none"
            >
              <header class="flex items-start gap-2 border-b border-line px-5 py-4">
                <div class="min-w-0 flex-1">
                  <Suspense>{props.header}</Suspense>
                </div>
                <div class="-mr-2 flex shrink-0 items-center gap-1">
                  <Suspense>{props.actions}</Suspense>
                  <ArkDialog.CloseTrigger
                    asChild={(close) => (
                      <IconButton {...close()} label={texts().dialog.close}>
                        <X size={16} />
                      </IconButton>
                    )}
                  />
                </div>
              </header>
              <div class="min-h-0 flex-1 overflow-y-auto pb-[env(safe-area-inset-bottom)]">
                {/* Its own boundary, so that the list below stays while something is loading. */}
                <Suspense>{props.children}</Suspense>
              </div>
            </div>
          </ArkDialog.Content>
        </ArkDialog.Positioner>
      </Portal>
    </ArkDialog.Root>
  );
}

function isInToast({ target }: Event): boolean {
  return (
    target instanceof Element && target.closest("[data-scope=toast]") !== null
  );
}

/** The heading of a drawer, which is its accessible name. */
export function DrawerTitle(props: { children: JSX.Element }) {
  return (
    <ArkDialog.Title class="min-w-0 text-lg font-semibold break-words">
      {props.children}
    </ArkDialog.Title>
  );
}
