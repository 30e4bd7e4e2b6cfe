import { createEffect, createSignal, onCleanup } from "solid-js";

const PRODUCT = "Tenantry";
/** The titles of the page and of what is open above it, such as a drawer. The last one is shown. */
const [titles, setTitles] = createSignal<readonly (() => string)[]>([]);
const [place, setPlace] = createSignal("");

export const pageTitle = () => titles().at(-1)?.() ?? "";

/** Sets the title of the page, and updates it while the calling component is mounted. */
export function createPageTitle(text: () => string): void {
  const own = () => text();
  createEffect(() => {
    setTitles((others) => [...others, own]);
    onCleanup(() =>
      setTitles((present) => present.filter((title) => title !== own)),
    );
  });
  createEffect(() => {
    if (titles().at(-1) === own)
      document.title = [own(), place(), PRODUCT].filter(Boolean).join(" · ");
  });
}

/**
 * Adds the name of the organization to the titles of its pages while the calling component is mounted, because the same
 * page can be open for two organizations.
 */
export function createTitlePlace(name: () => string): void {
  createEffect(() => setPlace(name()));
  onCleanup(() => setPlace(""));
}
