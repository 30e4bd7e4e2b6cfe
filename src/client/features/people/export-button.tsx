import Download from "lucide-solid/icons/download";
import { useOrganization } from "#sdk/solid.ts";
import { LinkButton } from "#client/ui/link-button.tsx";
import { texts } from "./texts.ts";
import type { PeopleList } from "./use-people-list.ts";

/** Downloads all people that match the filters, in the order of the list. */
export function ExportButton(props: { list: PeopleList }) {
  const { slug } = useOrganization();
  const href = () => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(props.list.input()))
      if (value !== undefined) query.set(name, String(value));
    return `/api/organizations/${slug()}/people/export?${query}`;
  };
  return (
    <LinkButton href={href()} download="" icon={<Download size={16} />}>
      {texts().exportCsv}
    </LinkButton>
  );
}
