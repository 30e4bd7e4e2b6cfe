import { useNavigate } from "@solidjs/router";
import Search from "lucide-solid/icons/search";
import { createSignal, lazy, Show, Suspense } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { IconButton } from "#client/ui/icon-button.tsx";
import { commandsFor } from "./commands.ts";
import { PALETTE_KEYS } from "./keys.ts";
import { listenForShortcuts } from "./shortcuts.ts";
import { texts } from "./texts.ts";

// The dialogs of the palette and the help are loaded when the user opens one of them.
const Palette = lazy(() => import("./palette.tsx"));
const Help = lazy(() => import("./help.tsx"));

/** A button that opens the command palette. It also handles the keyboard shortcuts. */
export function PaletteButton() {
  const { can } = useOrganization();
  const path = useOrganizationPath();
  const navigate = useNavigate();
  const [opened, setOpened] = createSignal<"palette" | "help">();
  const [isLoaded, setLoaded] = createSignal(false);
  const open = (what: "palette" | "help") => {
    setLoaded(true);
    setOpened(what);
  };
  const close = () => setOpened(undefined);
  listenForShortcuts({
    onPalette: () => (opened() === "palette" ? close() : open("palette")),
    onHelp: () => open("help"),
    onGoTo(key) {
      const place = commandsFor({ can, path }).find(
        (command) => command.key === key,
      );
      if (place?.href === undefined) return false;
      navigate(place.href);
      return true;
    },
  });
  return (
    <>
      <IconButton
        label={texts().open}
        title={texts().openWith(PALETTE_KEYS.join(" "))}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => open("palette")}
      >
        <Search size={16} />
      </IconButton>
      <Show when={isLoaded()}>
        <Suspense>
          <Palette
            open={opened() === "palette"}
            onClose={close}
            onHelp={() => open("help")}
          />
          <Help open={opened() === "help"} onClose={close} />
        </Suspense>
      </Show>
    </>
  );
}
