import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  open: "Suche und Befehle",
  openWith: (keys) => `Suche und Befehle (${keys})`,
  title: "Überallhin",
  label: "Seite, Person, Projekt oder Organisation suchen",
  placeholder: "Wohin, oder was tun…",
  results: "Ergebnisse",
  nothing: (words) => `Zu „${words}“ passt nichts.`,
  hint: "Pfeile bewegen, Enter öffnet, Escape schließt.",
  groups: {
    actions: "Aktionen",
    pages: "Seiten",
    projects: "Projekte",
    people: "Personen",
    organizations: "Organisationen",
  },
  actions: {
    newProject: "Neues Projekt",
    invite: "Personen einladen",
    createOrganization: "Organisation anlegen",
    shortcuts: "Tastenkürzel",
  },
  pages: {
    dashboard: "Übersicht",
    projects: "Projekte",
    general: "Allgemeine Einstellungen",
    team: "Team",
    invitations: "Offene Einladungen",
    roles: "Rollen",
    security: "Sicherheit",
    domains: "Domains",
    billing: "Abrechnung",
    audit: "Audit-Log",
    danger: "Gefahrenzone",
    account: "Ihr Konto",
    organizations: "Ihre Organisationen",
  },
  help: {
    title: "Tastenkürzel",
    description: "Sie wirken nicht, während Sie in ein Feld tippen.",
    palette: "Suche und Befehle",
    help: "Diese Liste",
    goTo: (page) => `Gehe zu: ${page}`,
  },
};

export default GERMAN;
