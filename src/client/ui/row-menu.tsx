import Ellipsis from "lucide-solid/icons/ellipsis";
import type { JSX } from "solid-js";
import { IconButton } from "./icon-button.tsx";
import { Menu } from "./menu.tsx";

/** The menu with the actions of a table row, behind a button with three dots. */
export function RowMenu(props: { label: string; children: JSX.Element }) {
  return (
    <Menu
      trigger={(attributes) => (
        <IconButton {...attributes} title={undefined} label={props.label}>
          <Ellipsis size={16} />
        </IconButton>
      )}
    >
      {props.children}
    </Menu>
  );
}
