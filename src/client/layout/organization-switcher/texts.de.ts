import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  organizationList: {
    organizations: "Organisationen",
    more: (count) =>
      `${count} weitere. Geben Sie einen Namen ein, um sie zu finden.`,
    none: (words) => `Keine Organisation enthält „${words}“.`,
    invitations: "Einladungen an Sie",
    create: "Organisation erstellen",
    search: "Organisation suchen",
    find: "Organisation suchen…",
  },
  organizationSwitcher: {
    invitations: (count) =>
      count === 1 ? "Einladung an Sie" : "Einladungen an Sie",
    switchOrganization: "Organisation wechseln",
    chooseAnOrganization: "Organisation wählen",
    currentOrganization: "Aktuelle Organisation:",
  },
};

export default GERMAN;
