import { useNavigate } from "@solidjs/router";
import { createEffect, createSignal, Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import type { Shortcut, Subject } from "#client/session/verbs/verb.ts";
import { Dialog } from "#client/ui/dialog.tsx";
import { commandsFor, commandWith } from "./commands.ts";
import type { Item } from "./items.ts";
import { useSources } from "./kinds.ts";
import { Search } from "./search.tsx";
import { SEARCH_INPUT_ID } from "./search-input.tsx";
import { texts } from "./texts.ts";
import { useAppCommands } from "./use-app-commands.ts";

export interface PaletteProps {
  open: boolean;
  onClose: () => void;
  onHelp: () => void;
  /** What the user selected before they opened the palette. */
  subject: Subject | undefined;
  /** A shortcut that the user has pressed. */
  pressed: Shortcut | undefined;
  onPressedDone: () => void;
}

/** A dialog that finds pages, things and organizations, and acts on them. */
export default function Palette(props: PaletteProps) {
  const { can, slug } = useOrganization();
  const path = useOrganizationPath();
  const navigate = useNavigate();
  const sources = useSources();
  const appCommands = useAppCommands(() => props.onHelp());
  const [opener, setOpener] = createSignal<Element | null>(null);
  createEffect(() => {
    if (props.open) setOpener(document.activeElement);
  });
  createEffect(() => {
    const { pressed } = props;
    if (!pressed) return;
    const command = commandWith(
      commandsFor({ can, path, slug: slug() }),
      pressed,
    );
    if (command?.href !== undefined) navigate(command.href);
    else void command?.run?.();
    props.onPressedDone();
  });
  const act = ({ href, run }: Item) => {
    props.onClose();
    if (href !== undefined) return navigate(href);
    // The focus is where the user was before the action, so that a dialog returns it to there.
    setTimeout(() => {
      const before = opener();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      void run?.();
    });
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().title}
      initialFocus={() => document.getElementById(SEARCH_INPUT_ID)}
    >
      <Show when={{ subject: props.subject }} keyed>
        {({ subject }) => (
          <Search
            subject={subject}
            sources={sources}
            appCommands={appCommands}
            onAct={act}
          />
        )}
      </Show>
    </Dialog>
  );
}
