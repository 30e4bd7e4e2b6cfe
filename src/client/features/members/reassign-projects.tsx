import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Select } from "#client/ui/select.tsx";
import { texts } from "./texts.ts";

const KEEP_CREATOR = "keep";
/** The largest number of members that the server returns at once. */
const LIMIT = 100;

/** Selects the member who becomes the creator of the removed members' projects. */
export function ReassignProjects(props: {
  /** Ids of the members who will be removed. They cannot be selected. */
  except: readonly string[];
  value: string | undefined;
  onChange: (userId: string | undefined) => void;
}) {
  const { slug } = useOrganization();
  const members = api.members.list.useQuery(() => ({
    org: slug(),
    status: "active",
    limit: LIMIT,
  }));
  const options = () => [
    { value: KEEP_CREATOR, label: texts().reassign.keep },
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
      class="mt-4"
      label={texts().reassign.label}
      options={options()}
      value={props.value ?? KEEP_CREATOR}
      onChange={(chosen) =>
        props.onChange(chosen === KEEP_CREATOR ? undefined : chosen)
      }
    />
  );
}
