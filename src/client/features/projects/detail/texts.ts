import type { JSX } from "solid-js";
import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/projects/detail", {
  frozenCallout: {
    text: (
      organization: JSX.Element,
      plan: string,
      canBuy: boolean,
    ): JSX.Element => [
      organization,
      ` has more projects than ${plan} includes, and the newest wait. It can be changed again with a larger plan, or once older projects are deleted${canBuy ? "." : ": ask an admin."}`,
    ],
    title: "This project can only be read",
    goToBilling: "Go to billing",
  },
  projectDescription: {
    description: "Description",
    none: "Nobody has written one yet.",
  },
  projectEditor: {
    details: "Details",
    notSaved: "Not saved yet",
    saved: "Everything is saved",
    discard: "Discard",
    nothing: "There is nothing to save.",
    save: "Save",
    name: "Name",
    description: "Description",
  },
  projectFacts: {
    about: "About",
    createdBy: "Created by",
    created: "Created",
    updated: "Updated",
    projectId: "Project id",
    copyProjectId: "Copy project id",
    aFormerMember: "A former member",
  },
  projectHeader: {
    archive: "Archive",
    reactivate: "Reactivate",
  },
  projectNotFound: {
    projectNotFound: "Project not found",
    allProjects: "All projects",
    itMayHaveBeen:
      "It may have been deleted, or it belongs to another organization.",
  },
  useProjectForm: {
    saved: "Saved",
  },
});
