import { useLocation } from "@solidjs/router";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { TabLinks } from "#client/ui/tab-links.tsx";
import { chooseColumns, chosenColumns } from "../columns.ts";
import { texts } from "../texts.ts";
import { builtInViews } from "./built-in-views.ts";
import { useSavedViews } from "./saved-views.ts";
import { isShown, type View } from "./view.ts";

/** Links to the views of the list, to the invitation links and to the requests of members. */
export function ViewTabs(props: {
  tab: "people" | "links" | "requests";
  /** The number of people in the list, if it is known. */
  count: string | undefined;
}) {
  const { can } = useOrganization();
  const path = useOrganizationPath();
  const location = useLocation();
  const saved = useSavedViews();
  const views = () => [...builtInViews(can), ...saved.views()];
  // A saved view can have the same filters as a built-in one.
  const current = () =>
    props.tab === "people"
      ? views().findLast((view) =>
          isShown(view, location.search, chosenColumns()),
        )
      : undefined;
  const tabOf = (view: View) => ({
    id: view.id,
    label: view.name,
    href: path(view.query ? `people?${view.query}` : "people"),
    isCurrent: view.id === current()?.id,
    count: view.id === current()?.id ? props.count : undefined,
    onFollow: () => view.columns && chooseColumns(view.columns),
  });
  return (
    <TabLinks
      label={texts().views.label}
      tabs={[
        ...views().map(tabOf),
        {
          id: "links",
          label: texts().views.links,
          href: path("people?tab=links"),
          isCurrent: props.tab === "links",
        },
        ...(can("member:update") || props.tab === "requests"
          ? [
              {
                id: "requests",
                label: texts().views.requests,
                href: path("people?tab=requests"),
                isCurrent: props.tab === "requests",
              },
            ]
          : []),
      ]}
    />
  );
}
