import { onCleanup, Show } from "solid-js";
import { toastProblem } from "./problem-toast.ts";
import { Button } from "./button.tsx";
import { texts } from "./texts.ts";

export interface PagedQuery {
  readonly hasNextPage: boolean;
  fetchNextPage(): Promise<{ isError: boolean; error: unknown }>;
}

/** How far below the window the button is when the next page is loaded without a click. */
const AHEAD = "1200px";

/** A button below a list that loads the next page of rows. */
export function LoadMore(props: {
  query: PagedQuery;
  /** Whether the next page also loads when the user scrolls near the button. */
  isAutomatic?: boolean;
}) {
  const load = async () => {
    const result = await props.query.fetchNextPage();
    if (result.isError) toastProblem(texts().loadMore.failed, result.error);
    return !result.isError;
  };
  const loadWhenNear = (element: Element) => {
    if (!props.isAutomatic) return;
    const loadNext = async () => {
      observer.unobserve(element);
      // Looks again, because the rows of one page can be too few to move the button out of the window.
      if (await load()) observer.observe(element);
    };
    const observer = new IntersectionObserver(
      (entries) =>
        entries.some(({ isIntersecting }) => isIntersecting) && void loadNext(),
      { rootMargin: AHEAD },
    );
    observer.observe(element);
    onCleanup(() => observer.disconnect());
  };
  return (
    <Show when={props.query.hasNextPage}>
      <div
        ref={(element) => loadWhenNear(element)}
        class="flex justify-center border-t border-line p-3"
      >
        <Button onClick={load}>{texts().loadMore.more}</Button>
      </div>
    </Show>
  );
}
