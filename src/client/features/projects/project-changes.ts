import { api } from "#client/session/api.ts";
import type { Project } from "./project.ts";

/** Shows a change of some projects, wherever they are listed, ahead of the server's answer; what it gives undoes it. */
export async function showChange(
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

/** Reads again every list and every project of an organization that is shown. */
export function readAgain(org: string): Promise<unknown> {
  return Promise.all([
    api.projects.list.invalidate({ org }),
    api.projects.get.invalidate({ org }),
  ]);
}
