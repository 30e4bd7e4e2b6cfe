import { createSignal, Show } from "solid-js";
import { cx } from "./cx.ts";

export interface AvatarProps {
  name: string;
  /**
   * The URL of the image. An image of another origin is not shown, because the content security policy forbids it.
   */
  image?: string | null | undefined;
  shape?: "person" | "organization";
  size?: "sm" | "md" | "lg" | "xl";
  class?: string;
}

const SIZES = {
  sm: "size-5 text-[0.625rem]",
  md: "size-7 text-xs",
  lg: "size-12 text-lg",
  xl: "size-20 text-2xl",
};
const GROUNDS = [
  "bg-avatar-1",
  "bg-avatar-2",
  "bg-avatar-3",
  "bg-avatar-4",
  "bg-avatar-5",
  "bg-avatar-6",
];

/**
 * Shows an image, or initials on a colour derived from the name. Screen readers skip the avatar, because the name is
 * shown beside it.
 */
export function Avatar(props: AvatarProps) {
  const [broken, setBroken] = createSignal<string>();
  const image = () =>
    props.image && isOurs(props.image) && props.image !== broken()
      ? props.image
      : undefined;
  const look = () =>
    cx(
      "inline-grid shrink-0 place-items-center overflow-hidden object-cover font-medium text-avatar-ink select-none",
      props.shape === "organization" ? "rounded-md" : "rounded-full",
      SIZES[props.size ?? "md"],
      !image() && groundOf(props.name),
      props.class,
    );
  return (
    <Show
      when={image()}
      fallback={
        <span
          aria-hidden="true"
          data-initials={initialsOf(props.name)}
          class={cx(look(), "before:content-[attr(data-initials)]")}
        />
      }
    >
      {(source) => (
        <img
          src={source()}
          alt=""
          class={look()}
          onError={() => setBroken(source())}
        />
      )}
    </Show>
  );
}

function isOurs(address: string): boolean {
  return address.startsWith("data:") || /^\/(?!\/)/.test(address);
}

/** Returns the first letters of the first and the last word: `"Ada King Lovelace"` → `"AL"`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = ends.map((word) => firstCharacter(word ?? ""));
  return letters.join("").toLocaleUpperCase() || "?";
}

function firstCharacter(word: string): string {
  const [first] = new Intl.Segmenter().segment(word);
  return first?.segment ?? "";
}

function groundOf(name: string): string | undefined {
  let sum = 0;
  for (const character of name)
    sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return GROUNDS[sum % GROUNDS.length];
}
