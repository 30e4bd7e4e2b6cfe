import { type JSX, Show } from "solid-js";
import { createPageTitle } from "#client/ui/page-title.ts";

export interface StatusPageProps {
  icon: JSX.Element;
  title: string;
  children: JSX.Element;
  /** Links and buttons that show the user where to continue. */
  actions?: JSX.Element;
}

/**
 * A page that explains why the requested content is not shown, and where the user can continue. It works inside and
 * outside of another layout.
 */
export function StatusPage(props: StatusPageProps) {
  createPageTitle(() => props.title);
  return (
    <div class="mx-auto flex max-w-md flex-col items-center px-4 py-16 text-center sm:py-24">
      <span class="mb-4 grid size-12 place-items-center rounded-xl border border-line bg-surface text-muted shadow-xs">
        {props.icon}
      </span>
      <h1 class="text-xl font-semibold tracking-tight">{props.title}</h1>
      <div class="mt-2 flex max-w-full flex-col gap-2 text-muted">
        {props.children}
      </div>
      <Show when={props.actions}>
        {(actions) => (
          <div class="mt-6 flex flex-wrap justify-center gap-2">
            {actions()}
          </div>
        )}
      </Show>
    </div>
  );
}
