import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  frozenCallout: {
    text: (organization, plan, canBuy) => [
      organization,
      ` hat mehr Projekte, als ${plan} umfasst, und die neuesten warten. Mit einem größeren Tarif, oder sobald ältere Projekte gelöscht sind, lässt es sich wieder ändern${canBuy ? "." : ": Fragen Sie einen Admin."}`,
    ],
    title: "Dieses Projekt ist nur lesbar",
    goToBilling: "Zur Abrechnung",
  },
  projectDescription: {
    description: "Beschreibung",
    none: "Noch niemand hat eine geschrieben.",
  },
  projectEditor: {
    details: "Einzelheiten",
    notSaved: "Noch nicht gespeichert",
    saved: "Alles ist gespeichert",
    discard: "Verwerfen",
    nothing: "Es gibt nichts zu speichern.",
    save: "Speichern",
    name: "Name",
    description: "Beschreibung",
  },
  projectFacts: {
    about: "Über das Projekt",
    createdBy: "Angelegt von",
    created: "Angelegt",
    updated: "Geändert",
    projectId: "Projekt-ID",
    copyProjectId: "Projekt-ID kopieren",
    aFormerMember: "Ein früheres Mitglied",
  },
  projectHeader: {
    archive: "Archivieren",
    reactivate: "Reaktivieren",
  },
  projectNotFound: {
    projectNotFound: "Projekt nicht gefunden",
    allProjects: "Alle Projekte",
    itMayHaveBeen:
      "Es wurde vielleicht gelöscht, oder es gehört zu einer anderen Organisation.",
  },
  useProjectForm: {
    saved: "Gespeichert",
  },
};

export default GERMAN;
