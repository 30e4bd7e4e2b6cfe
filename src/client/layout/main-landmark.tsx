import type { JSX } from "solid-js";

/** The `<main>` element of the page. The skip link and navigation move the focus to this element. */
export function MainLandmark(props: { class?: string; children: JSX.Element }) {
  return (
    <main id="main" tabindex="-1" class={props.class}>
      {props.children}
    </main>
  );
}
