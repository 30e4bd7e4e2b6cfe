import { SearchField } from "#client/ui/search-field.tsx";
import { Select } from "#client/ui/select.tsx";
import type { ProjectList } from "./use-project-list.ts";
import { texts } from "./texts.ts";

const STATUSES = ["active", "archived", "all"] as const;

const statusChoices = () =>
  STATUSES.map((value) => ({
    value,
    label: texts().projectToolbar.show[value],
  }));

/** What the list is narrowed to. */
export function ProjectToolbar(props: { list: ProjectList }) {
  return (
    <div class="mb-4 flex gap-2">
      <SearchField
        label={texts().projectToolbar.findAProject}
        class="max-w-sm min-w-0"
        value={props.list.search.typed()}
        onInput={(text) => props.list.search.type(text)}
      />
      <Select
        label={texts().projectToolbar.status}
        hideLabel
        class="w-32 shrink-0"
        options={statusChoices()}
        value={props.list.status()}
        onChange={(status) => props.list.setStatus(status)}
      />
    </div>
  );
}
