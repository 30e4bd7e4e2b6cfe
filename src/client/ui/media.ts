import { type Accessor, createSignal, onCleanup } from "solid-js";

/** Returns a signal that tells whether the window matches a media query: `"(width < 40rem)"`. */
export function createMedia(query: string): Accessor<boolean> {
  const media = window.matchMedia(query);
  const [matches, setMatches] = createSignal(media.matches);
  const update = () => setMatches(media.matches);
  media.addEventListener("change", update);
  onCleanup(() => media.removeEventListener("change", update));
  return matches;
}
