import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  frozenCallout: {
    text: (organization, plan, canBuy) => [
      organization,
      ` hat mehr Projekte, als der Tarif ${plan} umfasst. Die neuesten sind deshalb nur lesbar. ${canBuy ? "Wechseln Sie in einen größeren Tarif, oder löschen Sie ältere Projekte." : "Bitten Sie einen Admin um einen größeren Tarif."}`,
    ],
    title: "Dieses Projekt ist nur lesbar",
    goToBilling: "Zur Abrechnung",
  },
  projectDescription: {
    description: "Beschreibung",
    none: "Keine Beschreibung",
  },
  projectEditor: {
    details: "Einzelheiten",
    unsaved: "Nicht gespeicherte Änderungen",
    allSaved: "Alle Änderungen gespeichert",
    saved: "Projekt gespeichert",
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
    title: "Projekt nicht gefunden",
    allProjects: "Alle Projekte",
    text: "Das Projekt wurde vielleicht gelöscht, oder es gehört zu einer anderen Organisation.",
  },
};

export default GERMAN;
