import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  open: "Suche und Befehle",
  openWith: (keys) => `Suche und Befehle (${keys})`,
  title: "Suchen oder springen zu…",
  label: "Seiten, Personen, Projekte und Organisationen suchen",
  placeholder: "Befehl oder Suchbegriff eingeben…",
  results: "Ergebnisse",
  nothing: (words) => `Keine Ergebnisse für „${words}“`,
  hint: "↑↓ auswählen · ↵ öffnen · Esc schließen",
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
    createKey: "API-Schlüssel erstellen",
    createServiceAccount: "Dienstkonto erstellen",
    createOrganization: "Organisation erstellen",
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
    api: "API-Schlüssel",
    serviceAccounts: "Dienstkonten",
    connect: "Verbinden",
    billing: "Abrechnung",
    audit: "Audit-Log",
    danger: "Gefahrenzone",
    account: "Ihr Konto",
    organizations: "Ihre Organisationen",
  },
  help: {
    title: "Tastenkürzel",
    description: "Während Sie tippen, sind Tastenkürzel aus.",
    palette: "Suche und Befehle",
    help: "Diese Liste",
    goTo: (page) => `Gehe zu: ${page}`,
  },
};

export default GERMAN;
