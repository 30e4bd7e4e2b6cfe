import type { JSX } from "solid-js";
import { catalogue } from "#client/lib/language/catalogue.ts";
import { quoted } from "#client/ui/quoted.ts";

export const texts = catalogue("features/projects/list", {
  bulkBar: {
    selected: (count: number) => `${count} selected`,
    frozen: (count: number) => `${count} can only be read`,
    selectedProjects: "Selected projects",
    archive: "Archive",
    reactivate: "Reactivate",
    clearSelection: "Clear selection",
  },
  newProjectDialog: {
    seenBy: (organization: JSX.Element): JSX.Element => [
      "Everybody in ",
      organization,
      " can see it.",
    ],
    newProject: "New project",
    created: (name: string) => `${quoted(name)} created`,
    failed: "The project was not created.",
    name: "Name",
    description: "Description",
    descriptionHint: "What it is about, and where to start reading.",
    cancel: "Cancel",
    createProject: "Create project",
  },
  noProjects: {
    without: {
      active: (words: JSX.Element): JSX.Element => [
        "No active project has “",
        words,
        "” in its name.",
      ],
      archived: (words: JSX.Element): JSX.Element => [
        "No archived project has “",
        words,
        "” in its name.",
      ],
      all: (words: JSX.Element): JSX.Element => [
        "No project has “",
        words,
        "” in its name.",
      ],
    },
    noneTextForReaders:
      "Projects hold what your team works on. They appear here once somebody creates one.",
    noProjectFound: "No project found",
    clearSearch: "Clear search",
    nothingIsArchived: "Nothing is archived",
    showActiveOnes: "Show active ones",
    archivedText:
      "Archived projects are out of the way, and can be reactivated here.",
    noActiveProjects: "No active projects",
    noProjectsYet: "No projects yet",
    showArchivedOnes: "Show archived ones",
    newProject: "New project",
    noneText:
      "Projects hold what your team works on. Everybody in the organization sees them.",
  },
  projectTable: {
    status: "Status",
    updated: "Updated",
    created: "Created",
    name: "Name",
    actions: "Actions",
    caption: "Projects, newest first",
  },
  projectToolbar: {
    show: { active: "Active", archived: "Archived", all: "All" },
    findAProject: "Find a project…",
    status: "Status",
  },
  renameField: {
    name: "Name",
  },
});
