import { createEffect, createSignal } from "solid-js";

const PRODUCT = "Tenantry";
const [title, setTitle] = createSignal("");

/** The current page's title, for whoever announces it. */
export const pageTitle = title;

/** Names the page in the browser's tab and for screen readers, as long as it is shown. */
export function createPageTitle(text: () => string): void {
  createEffect(() => {
    setTitle(text());
    document.title = text() ? `${text()} · ${PRODUCT}` : PRODUCT;
  });
}
