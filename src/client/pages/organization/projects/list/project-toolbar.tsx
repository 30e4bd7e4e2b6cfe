import { SearchField } from "../../../../ui/search-field.tsx";
import { Select } from "../../../../ui/select.tsx";
import type { ProjectList } from "./use-project-list.ts";

const STATUSES = [
  { value: "active", label: "Active" },
  { value: "archived", label: "Archived" },
  { value: "all", label: "All" },
] as const;

/** What the list is narrowed to. */
export function ProjectToolbar(props: { list: ProjectList }) {
  return (
    <div class="mb-4 flex gap-2">
      <SearchField
        label="Find a project…"
        class="max-w-sm min-w-0"
        value={props.list.search.typed()}
        onInput={(text) => props.list.search.type(text)}
      />
      <Select
        label="Status"
        hideLabel
        class="w-32 shrink-0"
        options={STATUSES}
        value={props.list.status()}
        onChange={(status) => props.list.setStatus(status)}
      />
    </div>
  );
}
