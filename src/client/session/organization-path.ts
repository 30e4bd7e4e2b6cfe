import { useOrganization } from "#sdk/solid.ts";

/** Returns the path of a page of an organization: `projects` → `/o/acme/projects`. */
export type OrganizationPath = (page?: string) => string;

/** Returns a function that makes the paths of the pages of the current organization. */
export function useOrganizationPath(): OrganizationPath {
  const { slug } = useOrganization();
  return (page = "") => `/o/${slug()}${page && `/${page}`}`;
}
