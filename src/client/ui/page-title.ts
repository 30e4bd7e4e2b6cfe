import { createEffect, createSignal, onCleanup } from "solid-js";

const PRODUCT = "Tenantry";
const [title, setTitle] = createSignal("");
const [place, setPlace] = createSignal("");

export const pageTitle = title;

/** Sets the title of the page, and updates it while the calling component is mounted. */
export function createPageTitle(text: () => string): void {
  createEffect(() => {
    setTitle(text());
    document.title = [text(), place(), PRODUCT].filter(Boolean).join(" · ");
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
