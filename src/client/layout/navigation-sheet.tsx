import { Dialog } from "@ark-ui/solid/dialog";
import MenuIcon from "lucide-solid/icons/menu";
import X from "lucide-solid/icons/x";
import { createSignal, For } from "solid-js";
import { Portal } from "solid-js/web";
import { IconButton } from "#client/ui/icon-button.tsx";
import {
  type NavGroup,
  type NavLink,
  NavLinks,
} from "#client/ui/nav-links.tsx";
import { Brand } from "./brand.tsx";
import { texts } from "./texts.ts";

/** The navigation on a phone. A button in the header opens it as a sheet from the left edge. */
export function NavigationSheet(props: {
  links: readonly NavLink[];
  /** Further links below, such as the pages of the settings. */
  groups: readonly NavGroup[];
}) {
  const [isOpen, setOpen] = createSignal(false);
  return (
    <Dialog.Root
      open={isOpen()}
      onOpenChange={(change) => setOpen(change.open)}
      lazyMount
      unmountOnExit
    >
      <Dialog.Trigger
        asChild={(trigger) => (
          <IconButton
            {...trigger({ class: "-ml-2 sm:hidden" })}
            label={texts().navigationSheet.openNavigation}
          >
            <MenuIcon size={18} />
          </IconButton>
        )}
      />
      <Portal>
        <Dialog.Backdrop class="fixed inset-0 z-40 bg-backdrop data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in" />
        <Dialog.Positioner class="fixed inset-y-0 left-0 z-40 w-[min(18rem,85vw)]">
          <Dialog.Content class="flex h-full flex-col gap-3 overflow-y-auto border-r border-line-strong bg-surface p-3 shadow-dialog outline-none data-[state=closed]:animate-sheet-out data-[state=open]:animate-sheet-in">
            <header class="flex items-center justify-between pl-2.5">
              <Dialog.Title class="sr-only">
                {texts().navigationSheet.navigation}
              </Dialog.Title>
              <Brand withName />
              <Dialog.CloseTrigger
                asChild={(close) => (
                  <IconButton
                    {...close()}
                    label={texts().navigationSheet.closeNavigation}
                  >
                    <X size={18} />
                  </IconButton>
                )}
              />
            </header>
            <NavLinks
              label={texts().navigationSheet.main}
              look="list"
              links={props.links}
              onNavigate={() => setOpen(false)}
            />
            <For each={props.groups}>
              {(group) => (
                <div class="border-t border-line pt-3">
                  <p
                    aria-hidden="true"
                    class="mb-1 px-2.5 text-xs font-medium text-subtle"
                  >
                    {group.label}
                  </p>
                  <NavLinks
                    label={group.label}
                    look="list"
                    links={group.links}
                    onNavigate={() => setOpen(false)}
                  />
                </div>
              )}
            </For>
          </Dialog.Content>
        </Dialog.Positioner>
      </Portal>
    </Dialog.Root>
  );
}
