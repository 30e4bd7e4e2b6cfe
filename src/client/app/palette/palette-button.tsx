import Search from "lucide-solid/icons/search";
import { createEffect, createSignal, Show, Suspense } from "solid-js";
import { withWords } from "#client/lib/language/with-words.ts";
import {
  isShortcutListAsked,
  shortcutListShown,
} from "#client/session/shortcut-list.ts";
import { currentSubject } from "#client/session/verbs/subjects.ts";
import type { Shortcut, Subject } from "#client/session/verbs/verb.ts";
import { IconButton } from "#client/ui/icon-button.tsx";
import { PALETTE_KEYS } from "./keys.ts";
import { listenForShortcuts } from "./shortcuts.ts";
import { texts } from "./texts.ts";

// The dialogs and the commands of all features are loaded when the user needs them for the first time.
const withAllWords = withWords("inside", "settings", "account");
const Palette = withAllWords(() => import("./palette.tsx"));
const Help = withAllWords(() => import("./help.tsx"));

/** A button that opens the command palette. It also handles the keyboard shortcuts. */
export function PaletteButton() {
  const [opened, setOpened] = createSignal<"palette" | "help">();
  const [isLoaded, setLoaded] = createSignal(false);
  const [subject, setSubject] = createSignal<Subject>();
  const [pressed, setPressed] = createSignal<Shortcut>();
  const open = (what: "palette" | "help") => {
    setLoaded(true);
    setOpened(what);
  };
  const openPalette = (about?: Subject) => {
    setSubject(() => about);
    open("palette");
  };
  const close = () => setOpened(undefined);
  createEffect(() => {
    if (!isShortcutListAsked()) return;
    open("help");
    shortcutListShown();
  });
  listenForShortcuts({
    onPalette: () =>
      opened() === "palette" ? close() : openPalette(currentSubject()),
    onHelp: () => open("help"),
    onFirstKey: () => setLoaded(true),
    onShortcut: setPressed,
  });
  return (
    <>
      <IconButton
        label={texts().open}
        title={texts().openWith(PALETTE_KEYS.join(" "))}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => openPalette()}
      >
        <Search size={16} />
      </IconButton>
      <Show when={isLoaded()}>
        <Suspense>
          <Palette
            open={opened() === "palette"}
            subject={subject()}
            pressed={pressed()}
            onPressedDone={() => setPressed(undefined)}
            onClose={close}
            onHelp={() => open("help")}
          />
          <Help open={opened() === "help"} onClose={close} />
        </Suspense>
      </Show>
    </>
  );
}
