import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { useOrganization } from "#sdk/solid.ts";
import { patchProjects } from "./project-changes.ts";
import type { Project } from "./project.ts";
import { texts } from "./texts.ts";

const SHOWS_ERRORS = () => ({ meta: { showsErrors: true } });

/** Changes the favourites of the user. The page shows a change before the server has answered. */
export function useFavourites() {
  const { slug } = useOrganization();
  const add = api.projects.favourite.useMutation(SHOWS_ERRORS);
  const remove = api.projects.unfavourite.useMutation(SHOWS_ERRORS);
  return {
    async set(project: Project, isFavourite: boolean): Promise<void> {
      const org = slug();
      const undo = await patchProjects(org, [project], { isFavourite });
      try {
        const change = isFavourite ? add : remove;
        await change.mutateAsync({ org, projectId: project.id });
      } catch (error) {
        undo();
        toastProblem(texts().favourites.failed, error);
      }
    },
  };
}
