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
  /** Slugs, the latest visit first. */
  recentSlugs?: readonly string[];
  /** The number of pending invitations to the user, shown as a badge with a link. */
  invitations?: number;
  invitationsHref?: string;
  onSelect: (slug: string) => void;
  onCreate: () => void;
}

/** Shows the current organization and switches to others. Arrows move, Enter opens, and Escape returns the focus. */
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
  // The popover listens for Escape a frame after it opens, when it has taken the focus from the trigger.
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
