import { Navigate, useLocation } from "@solidjs/router";
import { useOrganizationPath } from "#client/session/organization-path.ts";

/** Redirects from the former URL of the list of people, which bookmarks contain. */
export default function TeamMoved() {
  const path = useOrganizationPath();
  const location = useLocation();
  return <Navigate href={path("people") + presentQuery(location.search)} />;
}

/** The invitations had a tab of their own, and are now in the list. */
function presentQuery(search: string): string {
  return search.replace("tab=invitations", "status=invited");
}
