import { Popover } from "@ark-ui/solid/popover";
import ChevronsUpDown from "lucide-solid/icons/chevrons-up-down";
import { createSignal, Show } from "solid-js";
import { Avatar } from "#client/ui/avatar.tsx";
import { Badge } from "#client/ui/badge.tsx";
import { cx } from "#client/ui/cx.ts";
import { POPUP } from "#client/ui/popup-look.ts";
import type { OrganizationChoice } from "./choice.ts";
import { OrganizationList } from "./organization-list.tsx";
import { texts } from "./texts.ts";

export interface OrganizationSwitcherProps {
  current?: OrganizationChoice | undefined;
  organizations: readonly OrganizationChoice[];
  /** The slugs of the visited organizations, the latest visit first. */
  recentSlugs?: readonly string[];
  /** The number of the user's pending invitations, shown in a badge. */
  invitations?: number;
  invitationsHref?: string;
  onSelect: (slug: string) => void;
  onCreate: () => void;
}

/**
 * A button that shows the current organization and opens a list of the others. Arrow keys move in the list, Enter
 * opens an organization, and Escape closes the list and returns the focus.
 */
export function OrganizationSwitcher(props: OrganizationSwitcherProps) {
  const [isOpen, setOpen] = createSignal(false);
  const select = (slug: string) => {
    setOpen(false);
    if (slug !== props.current?.slug) props.onSelect(slug);
  };
  const create = () => {
    setOpen(false);
    props.onCreate();
  };
  // The popover handles Escape only after it has taken the focus, one frame after it opens. Until then, the trigger
  // has the focus and handles the key.
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === "Escape") setOpen(false);
  };
  return (
    <Popover.Root
      open={isOpen()}
      onOpenChange={(change) => setOpen(change.open)}
      positioning={{ placement: "bottom-start", gutter: 6, strategy: "fixed" }}
      lazyMount
      unmountOnExit
    >
      <Popover.Trigger
        onKeyDown={closeOnEscape}
        class="flex h-9 max-w-full min-w-0 items-center gap-2 rounded-md px-2 text-left hover:bg-hover data-[state=open]:bg-hover pointer-coarse:min-h-11"
      >
        <Current choice={props.current} />
        <Show when={props.invitations}>
          {(count) => (
            <Badge tone="info">
              {count()}{" "}
              <span class="sr-only">
                {texts().organizationSwitcher.invitations(count())}
              </span>
            </Badge>
          )}
        </Show>
        <ChevronsUpDown size={14} class="shrink-0 text-subtle" />
      </Popover.Trigger>
      <Popover.Positioner>
        <Popover.Content
          aria-label={texts().organizationSwitcher.switchOrganization}
          class={cx(POPUP, "w-[min(20rem,calc(100vw-2rem))]")}
        >
          <OrganizationList
            {...props}
            onSelect={select}
            onCreate={create}
            onLeave={() => setOpen(false)}
          />
        </Popover.Content>
      </Popover.Positioner>
    </Popover.Root>
  );
}

function Current(props: { choice: OrganizationChoice | undefined }) {
  return (
    <Show
      when={props.choice}
      fallback={
        <span class="truncate text-muted">
          {texts().organizationSwitcher.chooseAnOrganization}
        </span>
      }
    >
      {(choice) => (
        <>
          <Avatar
            name={choice().name}
            image={choice().logoUrl}
            shape="organization"
            size="sm"
          />
          <span class="sr-only">
            {texts().organizationSwitcher.currentOrganization}
          </span>
          <bdi class="truncate font-medium">{choice().name}</bdi>
          <Badge class="max-sm:hidden">{choice().role}</Badge>
        </>
      )}
    </Show>
  );
}
