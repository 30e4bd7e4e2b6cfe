import type { JSX } from "solid-js";
import { quoted } from "#client/ui/quoted.ts";
import { catalogue } from "#client/lib/language/catalogue.ts";

const subject = (count: number, first: string) =>
  count === 1 ? quoted(first) : `${count} projects`;
const projects = (count: number) =>
  count === 1 ? "The project" : `${count} projects`;

export const texts = catalogue("features/projects", {
  title: "Projects",
  newProject: "New project",
  breadcrumb: "Breadcrumb",
  select: (name: string) => `Select ${name}`,
  badges: {
    active: "Active",
    archived: "Archived",
    readOnly: "Read-only",
  },
  menu: {
    label: (name: string) => `Actions for ${name}`,
    open: "Open",
    rename: "Rename",
    favourite: "Add to favorites",
    unfavourite: "Remove from favorites",
    changeOwner: "Change owner…",
    delete: "Delete…",
    reactivate: "Reactivate",
    archive: "Archive",
  },
  status: {
    changed: {
      active: (count: number, first: string) =>
        `${subject(count, first)} reactivated`,
      archived: (count: number, first: string) =>
        `${subject(count, first)} archived`,
    },
    notChanged: {
      active: (count: number) => `${projects(count)} couldn’t be reactivated.`,
      archived: (count: number) => `${projects(count)} couldn’t be archived.`,
    },
  },
  recent: "Recent",
  favourites: {
    label: (name: string) => `Favorite: ${name}`,
    failed: "Your favorites couldn’t be changed.",
  },
  owner: {
    label: "Owner",
    none: "No owner",
    hidden: "A member",
    change: "Change",
    title: (name: string) => `Change the owner of ${quoted(name)}`,
    text: "The owner can delete the project. Choose a member who can edit projects.",
    search: "Find a member…",
    submit: "Change owner",
    failed: "The owner couldn’t be changed.",
    changed: (name: string) => `Owner of ${quoted(name)} changed`,
  },
  notRenamed: (name: string) => `${quoted(name)} couldn’t be renamed.`,
  renaming: {
    title: (name: string) => `Rename ${quoted(name)}`,
    submit: "Rename",
  },
  deletion: {
    title: (name: string) => `Delete ${quoted(name)}?`,
    text: (organization: JSX.Element): JSX.Element => [
      "The project will be deleted for everyone in ",
      organization,
      ". You can’t undo this. To keep the project, archive it instead.",
    ],
    confirm: "Delete project",
    done: (name: string) => `${quoted(name)} deleted`,
  },
  bulk: {
    label: "Selected projects",
    readOnly: (count: number) => `${count} read-only`,
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
    showAll: "Clear filters",
    noFavourites: "Click the star of a project to add it to your favorites.",
    noMatchText: "No projects match these filters.",
  },
  table: {
    caption: "Projects",
    name: "Name",
    status: "Status",
    owner: "Owner",
    updated: "Updated",
    created: "Created",
    actions: "Actions",
  },
  filters: {
    status: { active: "Active", archived: "Archived", all: "All" },
    statusLabel: "Status",
    search: "Find a project…",
    owner: "Owner",
    anyOwner: "Any owner",
    mine: "Mine",
    favourites: "Favorites",
    sort: "Sort by",
    sorts: {
      created: "Newest first",
      updated: "Last updated",
      name: "Name",
      owner: "Owner",
    },
  },
  frozenCallout: {
    text: (
      organization: JSX.Element,
      plan: string,
      canBuy: boolean,
    ): JSX.Element => [
      organization,
      ` has more projects than the ${plan} plan includes, so the newest are read-only. ${canBuy ? "Upgrade, or delete older projects." : "Ask an admin to upgrade."}`,
    ],
    title: "This project is read-only",
    goToBilling: "Go to billing",
  },
  projectDescription: {
    description: "Description",
    none: "No description",
  },
  projectEditor: {
    details: "Details",
    unsaved: "Unsaved changes",
    allSaved: "All changes saved",
    saved: "Project saved",
    name: "Name",
    description: "Description",
  },
  projectFacts: {
    about: "About",
    createdBy: "Created by",
    created: "Created",
    updated: "Updated",
    projectId: "Project ID",
    copyProjectId: "Copy project ID",
    aFormerMember: "A former member",
    aServiceAccount: "A service account",
    serviceAccount: "(service account)",
  },
  projectHeader: {
    archive: "Archive",
    reactivate: "Reactivate",
  },
  projectNotFound: {
    title: "Project not found",
    allProjects: "All projects",
    text: "The project may have been deleted, or it belongs to another organization.",
  },
  commands: {
    projects: "Projects",
    create: "New project",
    createWords: "create add",
  },
});
