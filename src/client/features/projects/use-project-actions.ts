import { api } from "#client/session/api.ts";
import { mapWithConcurrency } from "#client/lib/map-with-concurrency.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { toast } from "#client/ui/toast.ts";
import type { Project, ProjectStatus } from "./project.ts";
import { readAgain, showChange } from "./project-changes.ts";
import { texts } from "./texts.ts";

const SHOWS_ERRORS = () => ({ meta: { showsErrors: true } });

/** What one can do with projects, from a list as from their own page. */
export function useProjectActions() {
  const { slug, user, can } = useOrganization();
  const update = api.projects.update.useMutation(SHOWS_ERRORS);
  const remove = api.projects.delete.useMutation(SHOWS_ERRORS);

  const moveTo = async (
    status: ProjectStatus,
    projects: readonly Project[],
  ): Promise<Project[]> => {
    const org = slug();
    const undo = await showChange(org, projects, { status });
    const failures = await mapWithConcurrency(projects, ({ id }) =>
      update.mutateAsync({ org, projectId: id, status }),
    );
    const moved = projects.filter((_, index) => !failures[index]);
    const failure = failures.find(Boolean);
    if (failure) {
      undo();
      await showChange(org, moved, { status });
      const failed = projects.length - moved.length;
      toastProblem(texts().actions.notMoved[status](failed), failure);
    }
    void readAgain(org);
    return moved;
  };

  /** Archives or reactivates, and offers to take it back. */
  const changeStatus = async (
    status: ProjectStatus,
    projects: readonly Project[],
  ): Promise<void> => {
    const kept = projects.map((project) => ({ ...project }));
    const moved = await moveTo(status, kept);
    const [first] = moved;
    if (!first) return;
    toast.undo(texts().actions.moved[status](moved.length, first.name), () => {
      void moveTo(status === "active" ? "archived" : "active", moved);
    });
  };

  const rename = async (
    { id, name: before }: Project,
    name: string,
  ): Promise<void> => {
    const org = slug();
    const undo = await showChange(org, [{ id }], { name });
    try {
      await update.mutateAsync({ org, projectId: id, name });
    } catch (error) {
      undo();
      toastProblem(texts().actions.notRenamed(before), error);
    } finally {
      void readAgain(org);
    }
  };

  const deleteProject = async (project: Project): Promise<void> => {
    const org = slug();
    await remove.mutateAsync({ org, projectId: project.id });
    await api.projects.list.invalidate({ org });
    toast.success(texts().actions.deleted(project.name));
  };

  /** Admins delete any project, members those they created. */
  const mayDelete = (project: Project) =>
    can("project:delete") ||
    (can("project:deleteOwn") && project.createdBy === user().id);

  return { changeStatus, rename, deleteProject, mayDelete };
}
