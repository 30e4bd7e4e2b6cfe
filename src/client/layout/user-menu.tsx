import BookOpen from "lucide-solid/icons/book-open";
import Building from "lucide-solid/icons/building";
import CodeXml from "lucide-solid/icons/code-xml";
import Keyboard from "lucide-solid/icons/keyboard";
import Languages from "lucide-solid/icons/languages";
import LifeBuoy from "lucide-solid/icons/life-buoy";
import LogOut from "lucide-solid/icons/log-out";
import Monitor from "lucide-solid/icons/monitor";
import Moon from "lucide-solid/icons/moon";
import Settings from "lucide-solid/icons/settings";
import Sparkles from "lucide-solid/icons/sparkles";
import Sun from "lucide-solid/icons/sun";
import { type JSX, Show } from "solid-js";
import {
  chooseLanguage,
  LANGUAGE_NAMES,
  type LanguageChoice,
  languageChoice,
} from "#client/lib/language/language.ts";
import {
  chooseTheme,
  type ThemeChoice,
  themeChoice,
} from "#client/lib/theme.ts";
import { Avatar } from "#client/ui/avatar.tsx";
import { iconButtonLook } from "#client/ui/button-look.ts";
import { cx } from "#client/ui/cx.ts";
import { Menu } from "#client/ui/menu.tsx";
import {
  MenuChoice,
  MenuItem,
  MenuLink,
  MenuSeparator,
} from "#client/ui/menu-item.tsx";
import { texts } from "./texts.ts";

export interface UserMenuProps {
  name: string;
  email: string;
  avatarUrl?: string | null;
  accountHref: string;
  /** The address to which users write for help. */
  supportEmail?: string | null;
  /** Shows the keyboard shortcuts, on pages that have them. */
  onShortcuts?: (() => void) | undefined;
  onSignOut: () => void;
}

const themes = (): {
  value: ThemeChoice;
  label: string;
  icon: () => JSX.Element;
}[] => [
  {
    value: "system",
    label: texts().userMenu.system,
    icon: () => <Monitor size={16} />,
  },
  {
    value: "light",
    label: texts().userMenu.light,
    icon: () => <Sun size={16} />,
  },
  {
    value: "dark",
    label: texts().userMenu.dark,
    icon: () => <Moon size={16} />,
  },
];

const languages = (): {
  value: LanguageChoice;
  label: string;
  icon: () => JSX.Element;
}[] => [
  {
    value: "browser",
    label: texts().userMenu.browserLanguage,
    icon: () => <Languages size={16} />,
  },
  ...LANGUAGE_NAMES.map(([value, label]) => ({
    value,
    label,
    icon: () => <span class="inline-block w-4" />,
  })),
];

/** The menu of the signed-in user: account, theme, language and sign-out. */
export function UserMenu(props: UserMenuProps) {
  return (
    <Menu
      trigger={(attributes) => (
        <button
          {...attributes}
          type="button"
          aria-label={texts().userMenu.yourAccount(props.name)}
          class={cx(iconButtonLook(), "rounded-full")}
        >
          <Avatar name={props.name} image={props.avatarUrl} />
        </button>
      )}
    >
      <div class="px-2 py-1.5 text-sm" role="presentation">
        <bdi class="block truncate text-left font-medium">{props.name}</bdi>
        <span class="block truncate text-xs text-muted">{props.email}</span>
      </div>
      <MenuSeparator />
      <MenuLink href={props.accountHref} icon={<Settings size={16} />}>
        {texts().userMenu.accountSettings}
      </MenuLink>
      <MenuLink href="/organizations" icon={<Building size={16} />}>
        {texts().userMenu.organizations}
      </MenuLink>
      <MenuSeparator />
      <MenuLink href="/help" icon={<BookOpen size={16} />}>
        {texts().userMenu.help}
      </MenuLink>
      <MenuLink href="/help/whats-new" icon={<Sparkles size={16} />}>
        {texts().userMenu.whatsNew}
      </MenuLink>
      <MenuLink href="/api/docs" isExternal icon={<CodeXml size={16} />}>
        {texts().userMenu.apiReference}
      </MenuLink>
      <Show when={props.onShortcuts}>
        {(show) => (
          <MenuItem icon={<Keyboard size={16} />} onSelect={show()}>
            {texts().userMenu.shortcuts}
          </MenuItem>
        )}
      </Show>
      <Show when={props.supportEmail}>
        {(address) => (
          <MenuLink
            href={`mailto:${address()}`}
            isExternal
            icon={<LifeBuoy size={16} />}
          >
            {texts().userMenu.support}
          </MenuLink>
        )}
      </Show>
      <MenuSeparator />
      <MenuChoice
        label={texts().userMenu.theme}
        options={themes()}
        value={themeChoice()}
        onChange={chooseTheme}
      />
      <MenuSeparator />
      <MenuChoice
        label={texts().userMenu.language}
        options={languages()}
        value={languageChoice}
        onChange={chooseLanguage}
      />
      <MenuSeparator />
      <MenuItem icon={<LogOut size={16} />} onSelect={props.onSignOut}>
        {texts().userMenu.signOut}
      </MenuItem>
    </Menu>
  );
}
