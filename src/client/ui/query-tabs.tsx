import { useLocation } from "@solidjs/router";
import { TabLinks } from "./tab-links.tsx";

export interface QueryTab {
  value: string;
  label: string;
  count?: number | string | undefined;
}

export interface QueryTabsProps {
  /** The accessible name of the tabs. */
  label: string;
  /** The tabs, of which the first one is the default. */
  tabs: readonly QueryTab[];
  /** The name of the query parameter that holds the current tab: `?tab=invitations`. */
  param?: string;
}

/** Tabs for the views of one page. The current tab is in the URL, so that users can link to it and Back works. */
export function QueryTabs(props: QueryTabsProps) {
  const location = useLocation();
  const param = () => props.param ?? "tab";
  const current = () =>
    new URLSearchParams(location.search).get(param()) ?? props.tabs[0]?.value;
  const addressOf = (value: string) => {
    const query = new URLSearchParams(location.search);
    if (value === props.tabs[0]?.value) query.delete(param());
    else query.set(param(), value);
    return query.size > 0 ? `${location.pathname}?${query}` : location.pathname;
  };
  return (
    <TabLinks
      label={props.label}
      tabs={props.tabs.map(({ value, label, count }) => ({
        id: value,
        label,
        count,
        href: addressOf(value),
        isCurrent: value === current(),
      }))}
    />
  );
}
