import { chooseTheme, type ThemeChoice } from "#client/lib/theme.ts";
import {
  chooseLanguage,
  LANGUAGE_NAMES,
} from "#client/lib/language/language.ts";
import { createSignOut } from "#client/session/sign-out.ts";
import type { Command } from "./commands.ts";
import { texts } from "./texts.ts";

const THEMES: readonly ThemeChoice[] = ["light", "dark", "system"];

/** Returns the commands that change something at once instead of opening a page. */
export function useActions(onHelp: () => void): () => Command[] {
  const signOut = createSignOut();
  return () => {
    const { actions, keywords } = texts();
    return [
      action("shortcuts", actions.shortcuts, onHelp),
      ...THEMES.map((theme) =>
        action(
          `theme ${theme}`,
          actions.themes[theme],
          () => chooseTheme(theme),
          keywords.themes[theme],
        ),
      ),
      ...LANGUAGE_NAMES.map(([language, name]) =>
        action(
          `language ${language}`,
          actions.language(name),
          () => chooseLanguage(language),
          keywords.language,
        ),
      ),
      action("sign-out", actions.signOut, () => signOut(), keywords.signOut),
    ];
  };
}

function action(
  id: string,
  label: string,
  run: () => unknown,
  keywords = "",
): Command {
  return { id: `action ${id}`, group: "actions", label, run, keywords };
}
