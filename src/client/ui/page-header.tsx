import { type JSX, Show } from "solid-js";
import { createPageTitle } from "./page-title.ts";

export interface PageHeaderProps {
  /** The `<h1>` of the page, and the title of the browser's tab. */
  title: string;
  /** The title of the browser's tab, if it differs from the heading. */
  tabTitle?: string;
  description?: JSX.Element;
  /** The buttons and links for the actions of the page. The primary action comes last. */
  actions?: JSX.Element;
  /** A badge after the title. */
  badge?: JSX.Element;
}

export function PageHeader(props: PageHeaderProps) {
  createPageTitle(() => props.tabTitle ?? props.title);
  return (
    <header class="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3 sm:flex-nowrap">
      <div class="min-w-0">
        <div class="flex flex-wrap items-center gap-2">
          <h1 class="min-w-0 text-xl font-semibold tracking-tight">
            {props.title}
          </h1>
          {props.badge}
        </div>
        <Show when={props.description}>
          {(description) => (
            <p class="mt-0.5 max-w-2xl text-muted">{description()}</p>
          )}
        </Show>
      </div>
      <Show when={props.actions}>
        {(actions) => (
          <div class="flex shrink-0 flex-wrap gap-2">{actions()}</div>
        )}
      </Show>
    </header>
  );
}
