import Keyboard from "lucide-solid/icons/keyboard";
import Languages from "lucide-solid/icons/languages";
import LogOut from "lucide-solid/icons/log-out";
import Monitor from "lucide-solid/icons/monitor";
import Moon from "lucide-solid/icons/moon";
import Sun from "lucide-solid/icons/sun";
import { chooseTheme, type ThemeChoice } from "#client/lib/theme.ts";
import {
  chooseLanguage,
  LANGUAGE_NAMES,
} from "#client/lib/language/language.ts";
import { createSignOut } from "#client/session/sign-out.ts";
import type { Command } from "#client/session/verbs/command.ts";
import { texts } from "./texts.ts";

const THEMES = [
  ["light", Sun],
  ["dark", Moon],
  ["system", Monitor],
] satisfies [ThemeChoice, unknown][];

/** Returns the commands of the web app itself: themes, languages, shortcuts and sign-out. */
export function useAppCommands(onHelp: () => void): () => Command[] {
  const signOut = createSignOut();
  return () => {
    const { actions, keywords } = texts();
    const group = "more";
    return [
      {
        id: "shortcuts",
        group,
        label: actions.shortcuts,
        keywords: keywords.shortcuts,
        icon: Keyboard,
        run: onHelp,
      },
      ...THEMES.map(([theme, icon]): Command => ({
        id: `theme ${theme}`,
        group,
        label: actions.themes[theme],
        keywords: keywords.themes[theme],
        icon,
        run: () => chooseTheme(theme),
      })),
      ...LANGUAGE_NAMES.map(([language, name]): Command => ({
        id: `language ${language}`,
        group,
        label: actions.language(name),
        keywords: keywords.language,
        icon: Languages,
        run: () => chooseLanguage(language),
      })),
      {
        id: "signOut",
        group,
        label: actions.signOut,
        keywords: keywords.signOut,
        icon: LogOut,
        run: () => signOut(),
      },
    ];
  };
}
