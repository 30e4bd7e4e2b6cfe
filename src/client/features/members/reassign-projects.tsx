import { Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Select } from "#client/ui/select.tsx";
import { texts } from "./texts.ts";

const NO_ONE = "none";
/** The largest number of members that the server returns at once. */
const LIMIT = 100;

export interface ReassignProjectsProps {
  /** Ids of the members who will be removed. They cannot be selected. */
  except: readonly string[];
  value: string | undefined;
  onChange: (userId: string | undefined) => void;
  /** The name of the removed member; undefined if several members are removed. */
  name?: string | undefined;
}

/**
 * Says how many projects the removed members own, and selects the member who becomes the owner of these projects.
 */
export function ReassignProjects(props: ReassignProjectsProps) {
  const { slug } = useOrganization();
  const preview = api.members.previewRemoval.useQuery(
    () => ({ org: slug(), userIds: props.except.join(",") }),
    () => ({ enabled: props.except.some(Boolean), gcTime: 0 }),
  );
  const projects = () => (preview.isSuccess ? preview.data.projects : 0);
  return (
    <div class="mt-4" aria-live="polite">
      <Show when={preview.isSuccess}>
        <p>
          {props.name === undefined
            ? texts().reassign.created(projects())
            : texts().reassign.createdBy(<bdi>{props.name}</bdi>, projects())}
        </p>
      </Show>
      <Show when={projects() > 0 || preview.isError}>
        <OwnerSelect {...props} />
      </Show>
    </div>
  );
}

function OwnerSelect(props: ReassignProjectsProps) {
  const { slug } = useOrganization();
  const members = api.members.list.useQuery(() => ({
    org: slug(),
    status: "active",
    limit: LIMIT,
  }));
  const options = () => [
    { value: NO_ONE, label: texts().reassign.keep },
    ...(members.isSuccess ? members.data.items : [])
      .filter(({ userId }) => !props.except.includes(userId))
      .map(({ userId, name, email }) => ({
        value: userId,
        label: name,
        description: email,
      })),
  ];
  return (
    <Select
      class="mt-3"
      label={texts().reassign.label}
      options={options()}
      value={props.value ?? NO_ONE}
      onChange={(chosen) =>
        props.onChange(chosen === NO_ONE ? undefined : chosen)
      }
    />
  );
}
