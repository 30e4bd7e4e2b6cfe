import { api } from "#client/session/api.ts";
import { mapWithConcurrency } from "#client/lib/map-with-concurrency.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { useOrganization } from "#sdk/solid.ts";
import { toast } from "#client/ui/toast.ts";
import type { Project, ProjectStatus } from "./project.ts";
import { refetchProjects, patchProjects } from "./project-changes.ts";
import { texts } from "./texts.ts";

const SHOWS_ERRORS = () => ({ meta: { showsErrors: true } });

/** Returns actions on projects. The page shows each change before the server has answered. */
export function useProjectActions() {
  const { slug, user, can } = useOrganization();
  const update = api.projects.update.useMutation(SHOWS_ERRORS);
  const remove = api.projects.delete.useMutation(SHOWS_ERRORS);

  const setStatus = async (
    status: ProjectStatus,
    projects: readonly Project[],
  ): Promise<Project[]> => {
    const org = slug();
    const undo = await patchProjects(org, projects, { status });
    const failures = await mapWithConcurrency(projects, ({ id }) =>
      update.mutateAsync({ org, projectId: id, status }),
    );
    const changed = projects.filter((_, index) => !failures[index]);
    const failure = failures.find(Boolean);
    if (failure) {
      undo();
      await patchProjects(org, changed, { status });
      const failed = projects.length - changed.length;
      toastProblem(texts().status.notChanged[status](failed), failure);
    }
    void refetchProjects(org);
    return changed;
  };

  /** Archives or reactivates projects and shows a toast with an undo button. */
  const changeStatus = async (
    status: ProjectStatus,
    projects: readonly Project[],
  ): Promise<void> => {
    const copies = projects.map((project) => ({ ...project }));
    const changed = await setStatus(status, copies);
    const [first] = changed;
    if (!first) return;
    toast.undo(
      texts().status.changed[status](changed.length, first.name),
      () => {
        void setStatus(status === "active" ? "archived" : "active", changed);
      },
    );
  };

  const rename = async (
    { id, name: before }: Project,
    name: string,
  ): Promise<void> => {
    const org = slug();
    const undo = await patchProjects(org, [{ id }], { name });
    try {
      await update.mutateAsync({ org, projectId: id, name });
    } catch (error) {
      undo();
      toastProblem(texts().notRenamed(before), error);
    } finally {
      void refetchProjects(org);
    }
  };

  /** @throws the problem of the form that asks for the owner */
  const changeOwner = async (
    { id, name, updatedAt }: Project,
    ownerId: string | null,
  ): Promise<void> => {
    const org = slug();
    await update.mutateAsync({ org, projectId: id, ownerId, updatedAt });
    await refetchProjects(org);
    toast.success(texts().owner.changed(name));
  };

  const deleteProject = async (project: Project): Promise<void> => {
    const org = slug();
    await remove.mutateAsync({ org, projectId: project.id });
    await api.projects.list.invalidate({ org });
    toast.success(texts().deletion.done(project.name));
  };

  /** Whether the user owns the project, or can do everything that an owner can. */
  const canDelete = (project: Project) =>
    can("project:delete") ||
    (can("project:deleteOwn") && project.ownerId === user().id);

  const canChangeOwner = (project: Project) =>
    can("project:delete") || project.ownerId === user().id;

  return {
    changeStatus,
    rename,
    changeOwner,
    deleteProject,
    canDelete,
    canChangeOwner,
  };
}
