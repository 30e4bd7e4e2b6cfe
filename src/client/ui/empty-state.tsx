import { type JSX, Show } from "solid-js";

export interface EmptyStateProps {
  icon?: JSX.Element;
  title: string;
  /** A text about the purpose of the list. */
  children?: JSX.Element;
  /** The button or link for the first action, such as creating a row. */
  action?: JSX.Element;
}

/** Shown in place of an empty list, with the first action for users who have permission for it. */
export function EmptyState(props: EmptyStateProps) {
  return (
    <div class="flex flex-col items-center rounded-lg border border-dashed border-line-strong px-6 py-12 text-center">
      <Show when={props.icon}>
        {(icon) => (
          <span class="mb-3 grid size-10 place-items-center rounded-lg border border-line bg-surface text-muted shadow-xs">
            {icon()}
          </span>
        )}
      </Show>
      <h2 class="font-medium">{props.title}</h2>
      <div class="mt-1 max-w-sm text-sm text-muted">{props.children}</div>
      <Show when={props.action}>
        {(action) => (
          <div class="mt-4 flex flex-wrap justify-center gap-2">{action()}</div>
        )}
      </Show>
    </div>
  );
}
