import Star from "lucide-solid/icons/star";
import { cx } from "#client/ui/cx.ts";
import { IconButton } from "#client/ui/icon-button.tsx";
import type { Project } from "./project.ts";
import { texts } from "./texts.ts";
import { useFavourites } from "./use-favourites.ts";

/** Adds a project to the user's favourites, or removes it. */
export function FavouriteButton(props: { project: Project; class?: string }) {
  const favourites = useFavourites();
  const isOn = () => props.project.isFavourite;
  return (
    <IconButton
      label={texts().favourites.label(props.project.name)}
      aria-pressed={isOn()}
      size="sm"
      class={props.class}
      onClick={() => favourites.set({ ...props.project }, !isOn())}
    >
      <Star
        size={15}
        class={cx(isOn() ? "fill-current text-warning-ink" : "text-subtle")}
      />
    </IconButton>
  );
}
