import { createUniqueId, type JSX } from "solid-js";

/** A part of a drawer with a heading, and a link or a count beside it. */
export function DrawerSection(props: {
  title: string;
  aside?: JSX.Element;
  children: JSX.Element;
}) {
  const id = createUniqueId();
  return (
    <section aria-labelledby={id} class="border-t border-line px-5 py-4">
      <div class="mb-2 flex items-center justify-between gap-3">
        <h3 id={id} class="text-sm font-semibold">
          {props.title}
        </h3>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}
