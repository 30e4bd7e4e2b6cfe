import { api } from "#client/session/api.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { Select } from "#client/ui/select.tsx";
import { texts } from "./texts.ts";

const KEEP_CREATOR = "keep";
/** The largest page of the list. */
const LIMIT = 100;

/** Selects who becomes the creator of the projects of removed members. */
export function ReassignProjects(props: {
  /** Ids of the members that are removed. */
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
