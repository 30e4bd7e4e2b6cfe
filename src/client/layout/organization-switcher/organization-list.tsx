import { createListCollection, Listbox } from "@ark-ui/solid/listbox";
import Mail from "lucide-solid/icons/mail";
import Plus from "lucide-solid/icons/plus";
import { createMemo, createSignal, For, Show } from "solid-js";
import { POPUP_ROW } from "#client/ui/popup-look.ts";
import { matching, MOST_SHOWN, recentFirst, SEARCH_FROM } from "./choice.ts";
import { OrganizationRow } from "./organization-row.tsx";
import type { OrganizationSwitcherProps } from "./organization-switcher.tsx";
import { texts } from "./texts.ts";

/** The content of the organization switcher: a search field, the organizations and the actions. */
export function OrganizationList(
  props: OrganizationSwitcherProps & { onLeave: () => void },
) {
  const [search, setSearch] = createSignal("");
  const matches = createMemo(() =>
    matching(
      recentFirst(props.organizations, props.recentSlugs ?? []),
      search(),
    ),
  );
  const hidden = () => Math.max(0, matches().length - MOST_SHOWN);
  const collection = createMemo(() =>
    createListCollection({
      items: matches().slice(0, MOST_SHOWN),
      itemToValue: (choice) => choice.slug,
      itemToString: (choice) => choice.name,
    }),
  );
  const hasSearch = () => props.organizations.length >= SEARCH_FROM;
  const action = `${POPUP_ROW} hover:bg-hover focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-focus`;

  return (
    <>
      <Listbox.Root
        collection={collection()}
        value={props.current ? [props.current.slug] : []}
        onSelect={(details) => props.onSelect(details.value)}
        selectionMode="single"
        typeahead={!hasSearch()}
        loopFocus
      >
        <Listbox.Label class="sr-only">
          {texts().organizationList.organizations}
        </Listbox.Label>
        <Show when={hasSearch()}>
          <Listbox.Input
            autoHighlight
            aria-label={texts().organizationList.search}
            placeholder={texts().organizationList.find}
            value={search()}
            onInput={(event) => setSearch(event.currentTarget.value)}
            class="mb-1 h-9 w-full rounded-md bg-sunken px-2.5 text-sm outline-none pointer-coarse:h-11 pointer-coarse:text-lg"
          />
        </Show>
        <Listbox.Content class="max-h-[min(20rem,50vh)] overflow-y-auto rounded-md outline-none focus-visible:outline-none">
          <For each={collection().items}>
            {(choice) => <OrganizationRow choice={choice} />}
          </For>
        </Listbox.Content>
      </Listbox.Root>
      <Show when={hidden() > 0}>
        <p class="px-2 pt-2 pb-1 text-sm text-muted">
          {texts().organizationList.more(hidden())}
        </p>
      </Show>
      <Show when={collection().items.length === 0}>
        <p role="status" class="px-2 py-3 text-sm text-muted">
          {texts().organizationList.none(search())}
        </p>
      </Show>
      <div class="-mx-1 mt-1 flex flex-col border-t border-line px-1 pt-1">
        <Show when={props.invitations && props.invitationsHref}>
          <a
            href={props.invitationsHref}
            class={action}
            onClick={() => props.onLeave()}
          >
            <Mail size={16} class="text-subtle" />
            {texts().organizationList.invitations}
            <span class="ml-auto text-muted tabular-nums">
              {props.invitations}
            </span>
          </a>
        </Show>
        <button type="button" class={action} onClick={() => props.onCreate()}>
          <Plus size={16} class="text-subtle" />
          {texts().organizationList.create}
        </button>
      </div>
    </>
  );
}
