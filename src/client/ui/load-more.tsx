import { Show } from "solid-js";
import { toastProblem } from "./problem-toast.ts";
import { Button } from "./button.tsx";
import { texts } from "./texts.ts";

export interface Pages {
  readonly hasNextPage: boolean;
  fetchNextPage(): Promise<{ isError: boolean; error: unknown }>;
}

/** The foot of a list that goes on. */
export function LoadMore(props: { query: Pages; what: string }) {
  const load = async () => {
    const result = await props.query.fetchNextPage();
    if (result.isError)
      toastProblem(texts().loadMore.failed(props.what), result.error);
  };
  return (
    <Show when={props.query.hasNextPage}>
      <div class="flex justify-center border-t border-line p-3">
        <Button onClick={load}>{texts().loadMore.more(props.what)}</Button>
      </div>
    </Show>
  );
}
