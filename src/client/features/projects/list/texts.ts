import type { JSX } from "solid-js";
import { catalogue } from "#client/lib/language/catalogue.ts";
import { quoted } from "#client/ui/quoted.ts";

export const texts = catalogue("features/projects/list", {
  bulk: {
    label: "Selected projects",
    selected: (count: number) => `${count} selected`,
    readOnly: (count: number) => `${count} read-only`,
    archive: "Archive",
    reactivate: "Reactivate",
    clear: "Clear selection",
  },
  creation: {
    title: "New project",
    text: (organization: JSX.Element): JSX.Element => [
      "Visible to everyone in ",
      organization,
      ".",
    ],
    created: (name: string) => `${quoted(name)} created`,
    failed: "The project couldn’t be created.",
    name: "Name",
    description: "Description",
    descriptionHint: "Describe what the project is about.",
    cancel: "Cancel",
    submit: "Create project",
  },
  none: {
    title: "No projects yet",
    text: "Projects hold your team’s work and are visible to everyone in the organization.",
    textForViewers:
      "Projects hold your team’s work. They’ll appear here once someone creates one.",
    create: "New project",
    noActive: "No active projects",
    showArchived: "Show archived projects",
    noArchived: "No archived projects",
    noArchivedText:
      "Archived projects are hidden from the list of active projects. You can reactivate them here.",
    showActive: "Show active projects",
    notFound: "No projects found",
    noMatch: {
      active: (words: JSX.Element): JSX.Element => [
        "No active project matches “",
        words,
        "”.",
      ],
      archived: (words: JSX.Element): JSX.Element => [
        "No archived project matches “",
        words,
        "”.",
      ],
      all: (words: JSX.Element): JSX.Element => [
        "No project matches “",
        words,
        "”.",
      ],
    },
    clearSearch: "Clear search",
  },
  table: {
    caption: "Projects, newest first",
    name: "Name",
    status: "Status",
    updated: "Updated",
    created: "Created",
    actions: "Actions",
  },
  filters: {
    status: { active: "Active", archived: "Archived", all: "All" },
    statusLabel: "Status",
    search: "Find a project…",
  },
});
