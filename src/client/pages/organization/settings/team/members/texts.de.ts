import type { Translation } from "../../../../../language/catalogue.ts";
import type { TEXTS } from "./texts.ts";

const GERMAN: Translation<typeof TEXTS> = {
  heir: {
    stayAsTheyAre: "Bleiben, wie sie sind",
    projectsTheyCreated: "Von ihnen angelegte Projekte",
  },
  memberBadges: {
    you: "Sie",
    suspended: "Gesperrt",
    readsOnly: "Nur lesend",
  },
  memberFilters: {
    show: {
      all: "Alle",
      active: "Mit Zugang",
      suspended: "Gesperrt",
      frozen: "Nur lesend",
    },
    anyRole: "Jede Rolle",
    narrowTheList: "Liste eingrenzen",
    findAMember: "Mitglied suchen…",
    role: "Rolle",
    status: "Status",
  },
  memberMenu: {
    actionsFor: (name) => `Aktionen für ${name}`,
    leaveOrganization: "Organisation verlassen…",
    suspend: "Sperren…",
    letInAgain: "Entsperren",
    removeFromOrganization: "Aus der Organisation entfernen…",
  },
  memberTable: {
    member: "Mitglied",
    role: "Rolle",
    joined: "Beigetreten",
    actions: "Aktionen",
    membersLongestFirst: "Mitglieder, längste Mitgliedschaft zuerst",
  },
  members: {
    more: "Mitglieder",
    removeText: (email) => [
      "Der Zugang endet sofort, in jedem offenen Tab. Für eine Rückkehr laden Sie ",
      email,
      " wieder ein.",
    ],
    noneFits: "Kein Mitglied passt zu dem, was Sie oben gewählt haben.",
    noneWith: (words) => [
      "Kein passendes Mitglied hat „",
      words,
      "“ in Namen oder Adresse.",
    ],
    select: (name) => `${name} auswählen`,
    removeFrom: (name, organization) =>
      `${name} aus ${organization} entfernen?`,
    remove: "Entfernen",
    suspend: (name) => `${name} sperren?`,
    suspend2: "Sperren",
    theyLoseAccessAt:
      "Der Zugang endet sofort, in jedem offenen Tab, und der Platz wird frei. Die Rolle und alles Angelegte bleiben, solange Sie möchten: Entsperren können Sie in dieser Liste.",
    nobodyFound: "Niemand gefunden",
    showEverybody: "Alle zeigen",
  },
  roleSelect: {
    own: "Ihre eigene Rolle können Sie nicht ändern. Ein anderer Admin kann es.",
    roleOf: (name) => `Rolle von ${name}`,
  },
  useMemberActions: {
    theRoleOfWas: (name) => `Die Rolle von ${name} wurde nicht geändert.`,
    isLetInAgain: (name) => `${name} ist entsperrt`,
    wasNotLetIn: (name) => `${name} wurde nicht entsperrt.`,
  },
};

export default GERMAN;
