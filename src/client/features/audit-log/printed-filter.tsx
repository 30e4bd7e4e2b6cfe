import { formatList } from "#client/lib/formats/number.ts";
import { actionLabel } from "./actions.ts";
import { texts } from "./texts.ts";
import type { Filter } from "./use-filter.ts";
import type { People } from "./use-people.ts";

/** Shows the active filters as text on the printed page. */
export function PrintedFilter(props: { filter: Filter; people: People }) {
  const { printed, event } = texts().filters;
  const filters = () => {
    const { input } = props.filter;
    const { actor, from, to } = input();
    if (props.filter.event()) return [event(props.filter.event())];
    return [
      formatList(props.filter.actions().map(actionLabel)),
      actor && printed.who(props.people.nameOf(actor)),
      from && printed.from(new Date(from)),
      to && printed.to(new Date(to)),
    ].filter(Boolean);
  };
  return <p class="mb-3 hidden text-sm print:block">{filters().join(", ")}</p>;
}
