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
    rename: "Rename",
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
  notRenamed: (name: string) => `${quoted(name)} couldn’t be renamed.`,
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
});
