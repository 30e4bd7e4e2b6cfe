import { type JSX, Show } from "solid-js";
import { Avatar, type AvatarProps } from "./avatar.tsx";

export interface IdentityProps extends Pick<
  AvatarProps,
  "name" | "image" | "shape"
> {
  /** The second line, such as an email address or a slug. */
  detail?: string;
  /** A badge after the name, such as "You" or a role. */
  badge?: JSX.Element;
}

/** Shows a user or an organization in a row, with image, name and second line. */
export function Identity(props: IdentityProps) {
  return (
    <span class="flex min-w-0 items-center gap-2.5">
      <Avatar name={props.name} image={props.image} shape={props.shape} />
      <span class="min-w-0">
        <span class="flex min-w-0 items-center gap-1.5">
          <bdi class="truncate font-medium">{props.name}</bdi>
          {props.badge}
        </span>
        <Show when={props.detail}>
          <bdi class="block truncate text-xs text-muted">{props.detail}</bdi>
        </Show>
      </span>
    </span>
  );
}
