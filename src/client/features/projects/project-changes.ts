import { api } from "#client/session/api.ts";
import type { Project } from "./project.ts";

/** Changes projects in all cached lists before the server has answered. Returns a function that undoes the change. */
export async function patchProjects(
  org: string,
  projects: readonly Pick<Project, "id">[],
  change: Partial<Project>,
): Promise<() => void> {
  const ids = new Set(projects.map(({ id }) => id));
  const changed = (project: Project) =>
    ids.has(project.id) ? { ...project, ...change } : project;
  const inPage = <Page extends { items: Project[] }>(page: Page): Page => ({
    ...page,
    items: page.items.map(changed),
  });
  const undo = await Promise.all([
    api.projects.list.patchPages({ org }, inPage),
    api.projects.list.patch({ org }, inPage),
    api.projects.get.patch({ org }, changed),
  ]);
  return () => undo.forEach((one) => one());
}

/** Refetches the projects of an organization that the page shows. */
export function refetchProjects(org: string): Promise<unknown> {
  return Promise.all([
    api.projects.list.invalidate({ org }),
    api.projects.get.invalidate({ org }),
  ]);
}
