import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  heir: {
    stayAsTheyAre: "Bleiben, wie sie sind",
    label: "Von ihnen angelegte Projekte",
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
    caption: "Mitglieder, längste Mitgliedschaft zuerst",
  },
  members: {
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
    suspendNow: "Sperren",
    suspendText:
      "Der Zugang endet sofort, in jedem offenen Tab, und der Platz wird frei. Die Rolle und alles Angelegte bleiben, solange Sie möchten: Entsperren können Sie in dieser Liste.",
    nobodyFound: "Niemand gefunden",
    showEverybody: "Alle zeigen",
  },
  roleSelect: {
    own: "Ihre eigene Rolle können Sie nicht ändern. Ein anderer Admin kann es.",
    roleOf: (name) => `Rolle von ${name}`,
  },
  useMemberActions: {
    removed: (name) => `${name} wurde entfernt`,
    suspended: (name) => `${name} wurde gesperrt`,
    notChanged: (name) => `Die Rolle von ${name} wurde nicht geändert.`,
    letIn: (name) => `${name} ist entsperrt`,
    notLetIn: (name) => `${name} wurde nicht entsperrt.`,
  },
};

export default GERMAN;
