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
  hint: "↑↓ auswählen · ↵ öffnen · Tab Aktionen · Esc schließen",
  actHint: "↑↓ auswählen · ↵ ausführen · ⌫ zurück · Esc schließen",
  actOn: (name) => `Aktionen für ${name} suchen`,
  actPlaceholder: "Was möchten Sie tun?",
  back: "Zurück zur Suche",
  loading: "Wird geladen…",
  gone: "Nicht mehr verfügbar",
  groups: {
    recents: "Zuletzt verwendet",
    actions: "Aktionen",
    pages: "Seiten",
    more: "Weiteres",
    organizations: "Organisationen",
  },
  actions: {
    shortcuts: "Tastenkürzel",
    themes: {
      light: "Helles Design",
      dark: "Dunkles Design",
      system: "Design des Systems",
    },
    language: (name) => `Sprache: ${name}`,
    signOut: "Abmelden",
  },
  keywords: {
    shortcuts: "Hilfe Tasten",
    themes: {
      light: "Darstellung Modus hell Tag",
      dark: "Darstellung Modus dunkel Nacht",
      system: "Darstellung Modus automatisch Gerät",
    },
    language: "language Englisch Deutsch",
    signOut: "Logout beenden",
  },
  help: {
    title: "Tastenkürzel",
    description: "Während Sie tippen, sind Tastenkürzel aus.",
    palette: "Suche und Befehle",
    help: "Diese Liste",
    goTo: (page) => `Gehe zu: ${page}`,
    groups: {
      general: "Allgemein",
      lists: "Listen",
      pages: "Seiten",
      actions: "Aktionen",
    },
    actOnRow: "Aktionen für die Zeile mit dem Fokus oder die Auswahl",
    thingActions: "Aktionen eines Suchergebnisses",
    nextCheckbox: "Nächstes oder vorheriges Kästchen",
    toActions: "Vom Kästchen zu den Aktionen für die Auswahl",
    clear: "Auswahl aufheben",
    back: "Zurück, in der Suche",
  },
};

export default GERMAN;
