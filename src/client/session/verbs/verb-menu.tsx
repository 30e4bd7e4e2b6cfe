import { createMemo, For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { MenuItem, MenuLink, MenuSeparator } from "#client/ui/menu-item.tsx";
import { RowMenu } from "#client/ui/row-menu.tsx";
import { markSubject } from "./subjects.ts";
import type { Verbs } from "./use-verbs.ts";
import type { Offer } from "./verb.ts";

export interface VerbMenuProps<Thing> {
  /** The accessible name of the button: "Actions for Website". */
  label: string;
  verbs: Verbs<Thing>;
  thing: Thing;
  /** Ids of verbs that the page shows in another way. */
  without?: readonly string[];
}

/** The menu of a row with everything that the user can do with its thing. It is absent if that is nothing. */
export function VerbMenu<Thing>(props: VerbMenuProps<Thing>) {
  const offers = () =>
    props.verbs
      .of(props.thing)
      .filter(
        ({ id, isInPaletteOnly }) =>
          !isInPaletteOnly && !props.without?.includes(id),
      );
  const hasOffers = createMemo(() => offers().length > 0);
  return (
    <Show when={hasOffers()}>
      <span
        class="contents"
        ref={(element) =>
          markSubject(element, () => props.verbs.subject(props.thing))
        }
      >
        <RowMenu label={props.label}>
          <Items offers={offers()} />
        </RowMenu>
      </span>
    </Show>
  );
}

function Items(props: { offers: readonly Offer[] }) {
  return (
    <For each={props.offers}>
      {(offer, index) => (
        <>
          <Show when={index() > 0 && isFirstDanger(props.offers, index())}>
            <MenuSeparator />
          </Show>
          <Item offer={offer} />
        </>
      )}
    </For>
  );
}

function Item(props: { offer: Offer }) {
  const icon = () => <Dynamic component={props.offer.icon} size={16} />;
  return (
    <Show
      when={props.offer.blocked === undefined && props.offer.href}
      fallback={
        <MenuItem
          icon={icon()}
          {...(props.offer.tone && { tone: props.offer.tone })}
          blocked={props.offer.blocked}
          onSelect={() => void props.offer.run()}
        >
          {props.offer.label}
        </MenuItem>
      }
    >
      {(href) => (
        <MenuLink href={href()} icon={icon()}>
          {props.offer.label}
        </MenuLink>
      )}
    </Show>
  );
}

function isFirstDanger(offers: readonly Offer[], index: number): boolean {
  return offers.findIndex(({ tone }) => tone === "danger") === index;
}
