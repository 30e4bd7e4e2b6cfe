import { Listbox } from "@ark-ui/solid/listbox";
import Check from "lucide-solid/icons/check";
import { Show } from "solid-js";
import { Avatar } from "#client/ui/avatar.tsx";
import { POPUP_ROW } from "#client/ui/popup-look.ts";
import type { OrganizationChoice } from "./choice.ts";

/** One row of the organization switcher: an organization and the user's role in it. */
export function OrganizationRow(props: { choice: OrganizationChoice }) {
  return (
    <Listbox.Item item={props.choice} highlightOnHover class={POPUP_ROW}>
      <Avatar
        name={props.choice.name}
        image={props.choice.logoUrl}
        shape="organization"
      />
      <span class="min-w-0 flex-1">
        <Listbox.ItemText class="block font-medium">
          <bdi class="block truncate text-left">{props.choice.name}</bdi>
        </Listbox.ItemText>
        <span class="block truncate text-xs text-muted">
          {props.choice.role}
          <Show when={props.choice.detail}> · {props.choice.detail}</Show>
        </span>
      </span>
      <Listbox.ItemIndicator>
        <Check size={16} />
      </Listbox.ItemIndicator>
    </Listbox.Item>
  );
}
