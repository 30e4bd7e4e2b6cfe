import { Navigate, useLocation } from "@solidjs/router";

/** Redirects from a former slug of an organization to the same page under the current slug. */
export function Renamed(props: { to: string }) {
  const location = useLocation();
  return (
    <Navigate href={withSlug(location.pathname, props.to) + location.search} />
  );
}

/** Replaces the slug in a path: `/o/former/projects` → `/o/present/projects`. */
export function withSlug(pathname: string, slug: string): string {
  const [, , , ...page] = pathname.split("/");
  return ["", "o", slug, ...page].join("/");
}
