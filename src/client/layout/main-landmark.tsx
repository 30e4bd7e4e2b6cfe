import type { JSX } from "solid-js";

/** The page's `<main>`: the skip link and every change of page move the focus here. */
export function MainLandmark(props: { class?: string; children: JSX.Element }) {
  return (
    <main id="main" tabindex="-1" class={props.class}>
      {props.children}
    </main>
  );
}
