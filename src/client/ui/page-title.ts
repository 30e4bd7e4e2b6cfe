import { createEffect, createSignal } from "solid-js";

const PRODUCT = "Tenantry";
const [title, setTitle] = createSignal("");

export const pageTitle = title;

/** Sets the title of the page, and updates it while the calling component is mounted. */
export function createPageTitle(text: () => string): void {
  createEffect(() => {
    setTitle(text());
    document.title = text() ? `${text()} · ${PRODUCT}` : PRODUCT;
  });
}
