import ScrollText from "lucide-solid/icons/scroll-text";
import SearchX from "lucide-solid/icons/search-x";
import { Show } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { texts } from "./texts.ts";
import type { Filter } from "./use-filter.ts";

/** Explains why the list of audit events is empty. */
export function NoEvents(props: { filter: Filter }) {
  const seq = () => props.filter.event();
  return (
    <Show
      when={props.filter.isSet()}
      fallback={
        <EmptyState icon={<ScrollText size={18} />} title={texts().none.title}>
          {texts().none.text}
        </EmptyState>
      }
    >
      <EmptyState
        icon={<SearchX size={18} />}
        title={seq() ? texts().none.noEvent(seq()) : texts().none.noMatch}
        action={
          <Button onClick={() => props.filter.clear()}>
            {texts().none.all}
          </Button>
        }
      >
        {seq() ? texts().none.noEventText : texts().none.noMatchText}
      </EmptyState>
    </Show>
  );
}
