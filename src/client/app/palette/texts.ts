import type { ThemeChoice } from "#client/lib/theme.ts";
import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("app/palette", {
  open: "Search and commands",
  openWith: (keys: string) => `Search and commands (${keys})`,
  title: "Search or jump to…",
  label: "Search pages, people, projects and organizations",
  placeholder: "Type a command or search…",
  results: "Results",
  nothing: (words: string) => `No results for “${words}”`,
  hint: "↑↓ to navigate · ↵ to open · tab for actions · esc to close",
  actHint: "↑↓ to navigate · ↵ to choose · ⌫ to go back · esc to close",
  actOn: (name: string) => `Search actions for ${name}`,
  actPlaceholder: "What do you want to do?",
  back: "Back to search",
  loading: "Loading…",
  gone: "No longer available",
  groups: {
    recents: "Recent",
    actions: "Actions",
    pages: "Pages",
    more: "More",
    organizations: "Organizations",
  },
  actions: {
    shortcuts: "Keyboard shortcuts",
    themes: {
      light: "Light theme",
      dark: "Dark theme",
      system: "System theme",
    } satisfies Record<ThemeChoice, string>,
    language: (name: string) => `Language: ${name}`,
    signOut: "Sign out",
  },
  /** Other words for which a search finds an action. */
  keywords: {
    shortcuts: "help keys hotkeys",
    themes: {
      light: "appearance bright mode",
      dark: "appearance night mode",
      system: "appearance automatic mode",
    },
    language: "sprache english deutsch",
    signOut: "log out logout",
  },
  help: {
    title: "Keyboard shortcuts",
    description: "Shortcuts are off while you’re typing.",
    palette: "Search and commands",
    help: "This list",
    goTo: (page: string) => `Go to ${page}`,
    groups: {
      general: "General",
      lists: "Lists",
      pages: "Pages",
      actions: "Actions",
    },
    actOnRow: "Act on the focused or selected rows",
    thingActions: "Actions of a result in the search",
    nextCheckbox: "Next or previous checkbox",
    toActions: "From a checkbox to the actions for the selection",
    clear: "Clear the selection",
    back: "Back, in the search",
  },
});
