import ScrollText from "lucide-solid/icons/scroll-text";
import SearchX from "lucide-solid/icons/search-x";
import { Show } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { TEXTS } from "./texts.ts";
import type { Filter } from "./use-filter.ts";

/** Stands where the events would be, and says why there are none. */
export function NoEvents(props: { filter: Filter }) {
  const seq = () => props.filter.event();
  return (
    <Show
      when={props.filter.isSet()}
      fallback={
        <EmptyState icon={<ScrollText size={18} />} title={TEXTS.none.title}>
          {TEXTS.none.text}
        </EmptyState>
      }
    >
      <EmptyState
        icon={<SearchX size={18} />}
        title={seq() ? TEXTS.none.noEvent(seq()) : TEXTS.none.noMatch}
        action={
          <Button onClick={() => props.filter.clear()}>{TEXTS.none.all}</Button>
        }
      >
        {seq() ? TEXTS.none.noEventText : TEXTS.none.noMatchText}
      </EmptyState>
    </Show>
  );
}
