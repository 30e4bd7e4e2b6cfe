import { api } from "#client/session/api.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { Select } from "#client/ui/select.tsx";
import { texts } from "./texts.ts";

const NOBODY = "nobody";
/** As many as a page of the list can have. */
const AT_ONCE = 100;

/** Whose the projects are to be that somebody who goes has created. */
export function Heir(props: {
  /** Who goes. */
  except: readonly string[];
  value: string | undefined;
  onChange: (userId: string | undefined) => void;
}) {
  const { slug } = useOrganization();
  const members = api.members.list.useQuery(() => ({
    org: slug(),
    status: "active",
    limit: AT_ONCE,
  }));
  const options = () => [
    { value: NOBODY, label: texts().heir.stayAsTheyAre },
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
      label={texts().heir.label}
      options={options()}
      value={props.value ?? NOBODY}
      onChange={(chosen) =>
        props.onChange(chosen === NOBODY ? undefined : chosen)
      }
    />
  );
}
