import type { JSX } from "solid-js";
import { quoted } from "#client/ui/quoted.ts";
import { catalogue } from "#client/lib/language/catalogue.ts";

const subject = (count: number, first: string) =>
  count === 1 ? quoted(first) : `${count} projects`;
const were = (count: number) =>
  count === 1 ? "The project was" : `${count} projects were`;

export const texts = catalogue("features/projects", {
  deleteProjectDialog: {
    title: (name: string) => `Delete ${quoted(name)}?`,
    text: (organization: JSX.Element): JSX.Element => [
      "It disappears for everybody in ",
      organization,
      ", and this cannot be undone. Archive it instead to keep it out of the way.",
    ],
    deleteProject: "Delete project",
  },
  frozenBadge: {
    readOnly: "Read only",
  },
  projectMenu: {
    actionsFor: (name: string) => `Actions for ${name}`,
    rename: "Rename",
    delete: "Delete…",
    reactivate: "Reactivate",
    archive: "Archive",
  },
  projectPage: {
    projects: "Projects",
    breadcrumb: "Breadcrumb",
  },
  projectsPage: {
    select: (name: string) => `Select ${name}`,
    projects: "Projects",
    newProject: "New project",
  },
  statusBadge: {
    active: "Active",
    archived: "Archived",
  },
  actions: {
    moved: {
      active: (count: number, first: string) =>
        `${subject(count, first)} reactivated`,
      archived: (count: number, first: string) =>
        `${subject(count, first)} archived`,
    },
    notMoved: {
      active: (count: number) => `${were(count)} not reactivated.`,
      archived: (count: number) => `${were(count)} not archived.`,
    },
    notRenamed: (name: string) => `${quoted(name)} was not renamed.`,
    deleted: (name: string) => `${quoted(name)} deleted`,
  },
});
