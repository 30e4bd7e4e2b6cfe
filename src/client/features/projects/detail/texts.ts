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
});
