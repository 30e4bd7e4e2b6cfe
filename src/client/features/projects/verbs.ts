import { useHistoryVerb } from "#client/session/history/history-verb.ts";
import Folder from "lucide-solid/icons/folder";
import { keepPreviousData } from "@tanstack/solid-query";
import { useLocation } from "@solidjs/router";
import Archive from "lucide-solid/icons/archive";
import ArchiveRestore from "lucide-solid/icons/archive-restore";
import FolderOpen from "lucide-solid/icons/folder-open";
import Pencil from "lucide-solid/icons/pencil";
import Star from "lucide-solid/icons/star";
import StarOff from "lucide-solid/icons/star-off";
import Trash from "lucide-solid/icons/trash";
import UserRound from "lucide-solid/icons/user-round";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { verbDialog } from "#client/session/verbs/dialogs.tsx";
import type { Kind, Verb } from "#client/session/verbs/verb.ts";
import type { Project, ProjectStatus } from "./project.ts";
import { texts } from "./texts.ts";
import { useFavourites } from "./use-favourites.ts";
import { useProjectActions } from "./use-project-actions.ts";

const openRename = verbDialog<{ project: Project }>(
  () => import("./rename-dialog.tsx"),
);
export const openOwner = verbDialog<{ project: Project }>(
  () => import("./owner-dialog.tsx"),
);
const openDelete = verbDialog<{ project: Project }>(
  () => import("./delete-project-dialog.tsx"),
);

/** How many projects the palette shows. */
const FOUND = 5;

/** What users can do with a project. */
export const projectKind: Kind<Project> = {
  id: "project",
  icon: Folder,
  idOf: ({ id }) => id,
  nameOf: ({ name }) => name,
  title: () => texts().title,
  useFind(asked) {
    const { slug, can } = useOrganization();
    const found = api.projects.list.useQuery(
      () => ({ org: slug(), q: asked(), limit: FOUND }),
      () => ({
        enabled: asked() !== undefined && can("project:read"),
        placeholderData: keepPreviousData,
      }),
    );
    return () => (asked() && found.isSuccess ? found.data.items : []);
  },
  useVerbs() {
    const history = useHistoryVerb<Project>(({ id }) => ({
      kind: "project",
      id,
    }));
    const path = useOrganizationPath();
    const location = useLocation();
    const { changeStatus, canDelete, canChangeOwner } = useProjectActions();
    const favourites = useFavourites();
    const pageOf = ({ id }: Project) => path(`projects/${id}`);
    const { menu } = texts();
    const setStatus = (
      status: ProjectStatus,
      facts: Pick<Verb<Project>, "id" | "label" | "icon">,
    ): Verb<Project> => {
      const fits = (project: Project) =>
        project.status !== status && !project.isFrozen;
      return {
        ...facts,
        permission: "project:update",
        fits,
        run: (project) => changeStatus(status, [project]),
        many: {
          run(projects, done) {
            done();
            return changeStatus(status, projects.filter(fits));
          },
        },
      };
    };
    return [
      {
        id: "open",
        label: menu.open,
        icon: FolderOpen,
        isInPaletteOnly: true,
        fits: (project) => location.pathname !== pageOf(project),
        href: pageOf,
      },
      {
        id: "rename",
        label: menu.rename,
        icon: Pencil,
        permission: "project:update",
        fits: ({ isFrozen }) => !isFrozen,
        run: (project) => openRename({ project }),
      },
      {
        id: "favourite",
        label: menu.favourite,
        icon: Star,
        isInPaletteOnly: true,
        fits: ({ isFavourite }) => !isFavourite,
        run: (project) => favourites.set(project, true),
      },
      {
        id: "unfavourite",
        label: menu.unfavourite,
        icon: StarOff,
        isInPaletteOnly: true,
        fits: ({ isFavourite }) => isFavourite,
        run: (project) => favourites.set(project, false),
      },
      {
        id: "changeOwner",
        label: menu.changeOwner,
        icon: UserRound,
        permission: "project:update",
        fits: canChangeOwner,
        run: (project) => openOwner({ project }),
      },
      setStatus("archived", {
        id: "archive",
        label: menu.archive,
        icon: Archive,
      }),
      setStatus("active", {
        id: "reactivate",
        label: menu.reactivate,
        icon: ArchiveRestore,
      }),
      history,
      {
        id: "delete",
        label: menu.delete,
        icon: Trash,
        tone: "danger",
        fits: canDelete,
        run: (project) => openDelete({ project }),
      },
    ];
  },
};
