import { Show } from "solid-js";
import { toastProblem } from "./problem-toast.ts";
import { Button } from "./button.tsx";
import { texts } from "./texts.ts";

export interface PagedQuery {
  readonly hasNextPage: boolean;
  fetchNextPage(): Promise<{ isError: boolean; error: unknown }>;
}

/** A button below a list that loads the next page of rows. */
export function LoadMore(props: { query: PagedQuery }) {
  const load = async () => {
    const result = await props.query.fetchNextPage();
    if (result.isError) toastProblem(texts().loadMore.failed, result.error);
  };
  return (
    <Show when={props.query.hasNextPage}>
      <div class="flex justify-center border-t border-line p-3">
        <Button onClick={load}>{texts().loadMore.more}</Button>
      </div>
    </Show>
  );
}
