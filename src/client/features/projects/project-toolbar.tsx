import { SearchField } from "#client/ui/search-field.tsx";
import { Select } from "#client/ui/select.tsx";
import { STATUS_FILTERS } from "./project.ts";
import type { ProjectList } from "./use-project-list.ts";
import { texts } from "./texts.ts";

const statusOptions = () =>
  STATUS_FILTERS.map((value) => ({
    value,
    label: texts().filters.status[value],
  }));

export function ProjectToolbar(props: { list: ProjectList }) {
  return (
    <div class="mb-4 flex gap-2">
      <SearchField
        label={texts().filters.search}
        class="max-w-sm min-w-0"
        value={props.list.search.typed()}
        onInput={(text) => props.list.search.type(text)}
      />
      <Select
        label={texts().filters.statusLabel}
        hideLabel
        class="w-32 shrink-0"
        options={statusOptions()}
        value={props.list.status()}
        onChange={(status) => props.list.setStatus(status)}
      />
    </div>
  );
}
