import X from "lucide-solid/icons/x";
import { Show } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { DateField } from "#client/ui/date-field.tsx";
import { MultiSelect } from "#client/ui/multi-select.tsx";
import { Select } from "#client/ui/select.tsx";
import { actionOptions } from "./actions.ts";
import { texts } from "./texts.ts";
import { type Filter, FIRST_FILTER_ID } from "./use-filter.ts";
import { type People, SYSTEM } from "./use-people.ts";

export function AuditToolbar(props: { filter: Filter; people: People }) {
  const reversed = () =>
    props.filter.isReversed() ? texts().filters.reversed : undefined;
  return (
    <div
      role="search"
      aria-label={texts().filters.label}
      class="mb-4 grid grid-cols-2 items-start gap-3 lg:grid-cols-[1fr_1fr_auto_auto] print:hidden"
    >
      <Select
        id={FIRST_FILTER_ID}
        label={texts().filters.who}
        class="max-lg:col-span-2 max-lg:sm:col-span-1"
        options={[
          { value: "", label: texts().filters.anyone },
          { value: SYSTEM, label: texts().system },
          ...props.people.options(),
        ]}
        value={props.filter.who()}
        onChange={(userId) => props.filter.set("who", userId)}
      />
      <MultiSelect
        label={texts().filters.what}
        class="max-lg:col-span-2 max-lg:sm:col-span-1"
        options={actionOptions(props.filter.actions())}
        values={props.filter.actions()}
        onChange={props.filter.setActions}
        emptyText={texts().filters.anything}
        countText={texts().filters.several}
        searchLabel={texts().filters.findAction}
        clearLabel={texts().filters.clearActions}
      />
      <DateField
        label={texts().filters.from}
        value={props.filter.from()}
        onChange={(day) => props.filter.setDay("from", day)}
      />
      <DateField
        label={texts().filters.to}
        value={props.filter.to()}
        error={reversed()}
        onChange={(day) => props.filter.setDay("to", day)}
      />
      <Show when={props.filter.isSet()}>
        <div class="col-span-full flex flex-wrap items-center gap-2">
          <Show when={props.filter.event()}>
            {(seq) => <p class="text-sm">{texts().filters.event(seq())}</p>}
          </Show>
          <Button
            size="sm"
            icon={<X size={14} />}
            onClick={() => props.filter.clear()}
          >
            {texts().filters.clear}
          </Button>
        </div>
      </Show>
    </div>
  );
}
